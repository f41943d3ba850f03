package org.tiersmith.response;

import java.util.Arrays;

/**
 * The discount rates that occur, rounded to a thousandth; where they are more than {@value #MOST},
 * neighbours share a bucket so that each holds about as many exposures. The first bucket is rate 0,
 * whether it occurs or not.
 */
final class RateBuckets {
  static final int MOST = 24;

  private static final int CELLS = 1000;

  private final int[] bucketOfCell = new int[CELLS + 1];
  private final double[] rates;

  private RateBuckets(double[] rate) {
    Cells cells = new Cells(rate);
    int buckets = cells.share(bucketOfCell);
    double[] sum = new double[buckets];
    long[] count = new long[buckets];
    double[] low = new double[buckets];
    double[] high = new double[buckets];
    Arrays.fill(low, 1);
    for (double value : rate) {
      int bucket = of(value);
      sum[bucket] += value;
      count[bucket]++;
      low[bucket] = Math.min(low[bucket], value);
      high[bucket] = Math.max(high[bucket], value);
    }
    rates = new double[buckets];
    for (int b = 1; b < buckets; b++) {
      rates[b] = Math.clamp(sum[b] / count[b], low[b], high[b]);
    }
  }

  static RateBuckets of(double[] rate) {
    return new RateBuckets(rate);
  }

  /** The bucket of a rate in [0, 1). */
  int of(double rate) {
    return bucketOfCell[cell(rate)];
  }

  /** The mean rate of each bucket, strictly rising from 0; the caller's to keep. */
  double[] rates() {
    return rates.clone();
  }

  private static int cell(double rate) {
    return (int) Math.round(rate * CELLS);
  }

  /** How often each thousandth occurs. */
  private static final class Cells {
    private final long[] count = new long[CELLS + 1];

    Cells(double[] rate) {
      for (double value : rate) {
        count[cell(value)]++;
      }
    }

    /** Gives every cell its bucket; answers how many buckets there are. */
    int share(int[] bucketOfCell) {
      long total = Arrays.stream(count, 1, count.length).sum();
      boolean few = Arrays.stream(count, 1, count.length).filter(n -> n > 0).count() < MOST;
      long before = 0;
      int bucket = 0;
      long nextFrom = 0;
      for (int cell = 1; cell <= CELLS; cell++) {
        if (count[cell] > 0 && before >= nextFrom) {
          bucket++;
          nextFrom = few ? 0 : Math.ceilDiv(total * bucket, MOST - 1);
        }
        bucketOfCell[cell] = bucket;
        before += count[cell];
      }
      return bucket + 1;
    }
  }
}
