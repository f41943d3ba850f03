package org.tiersmith.strategy;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.tiersmith.response.AdditiveHazard;

/**
 * A portfolio's rows side by side in the order of a rule's key within each segment, so that what a
 * rule asks of a tier lies in one stretch per segment. Does not depend on any scenario.
 */
final class SortedRows {
  /** Rows of a block; a boundary costs a visit of one block's rows. */
  static final int BLOCK = 96;

  private static final int PROBABILITY_BITS = 62;

  final Portfolio portfolio;
  final Rule.Key key;

  /** Where each segment begins; one more than there are segments. */
  final int[] start;

  /** The portfolio's row at each position. */
  final int[] order;

  final double[] p0;
  final double[] k;
  final double[] price;
  final double[] cost;

  /** By position; empty unless it is the key. */
  private final float[] similarity;

  /** The number that is ordered, at the first position of each block: what a search looks at. */
  private final double[] sample;

  private final Tally base;

  SortedRows(Portfolio portfolio, Rule.Key key, BooleanSupplier cancelled) {
    this.portfolio = portfolio;
    this.key = key;
    int n = portfolio.size();
    start = RowOrder.starts(portfolio.segment(), portfolio.segmentNames().size());
    order = order(portfolio, key, start);
    p0 = new double[n];
    k = new double[n];
    price = new double[n];
    cost = new double[n];
    similarity = new float[key == Rule.Key.SIMILARITY ? n : 0];
    Blocks.map(n, cancelled, this::gather);
    sample = new double[Math.ceilDiv(n, BLOCK)];
    Arrays.setAll(sample, b -> ordered(b * BLOCK));
    base = base();
  }

  private static int[] order(Portfolio portfolio, Rule.Key key, int[] start) {
    if (key == Rule.Key.SIMILARITY) {
      float[] cosines = portfolio.similarity();
      return RowOrder.of(
          portfolio.segment(), start, i -> sortable(cosines[i]) & 0xFFFFFFFFL, Integer.SIZE);
    }
    double[] p0 = portfolio.p0();
    return RowOrder.of(
        portfolio.segment(), start, i -> Double.doubleToRawLongBits(p0[i]), PROBABILITY_BITS);
  }

  /** Bits that, without a sign, are ordered as the numbers are; both zeros are one. */
  private static int sortable(float value) {
    int bits = Float.floatToIntBits(value + 0f);
    return bits < 0 ? ~bits : bits ^ Integer.MIN_VALUE;
  }

  private int gather(int from, int to) {
    double[] fromP0 = portfolio.p0();
    double[] fromK = portfolio.k();
    double[] fromPrice = portfolio.listPrice();
    double[] fromCost = portfolio.unitCost();
    for (int j = from; j < to; j++) {
      int row = order[j];
      p0[j] = fromP0[row];
      k[j] = fromK[row];
      price[j] = fromPrice[row];
      cost[j] = fromCost[row];
    }
    for (int j = from; j < Math.min(to, similarity.length); j++) {
      similarity[j] = portfolio.similarity()[order[j]];
    }
    return to;
  }

  int size() {
    return order.length;
  }

  int segments() {
    return start.length - 1;
  }

  /** The segment of a position. */
  int segmentOf(int position) {
    int low = 0;
    int high = start.length - 2;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (start[middle] <= position) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** The number that rows are ordered by: the probability, which orders as the hazard does. */
  double ordered(int position) {
    return similarity.length > 0 ? similarity[position] : p0[position];
  }

  /** As {@link #ordered}, of a row of the portfolio. */
  double orderedOfRow(int row) {
    return similarity.length > 0 ? portfolio.similarity()[row] : portfolio.p0()[row];
  }

  /** What a rule looks at, from the number that rows are ordered by. */
  double key(double ordered) {
    return key == Rule.Key.SIMILARITY ? ordered : AdditiveHazard.hazard(ordered);
  }

  /** Whether a number that rows are ordered by lies beyond some bound; monotone in it. */
  interface Beyond {
    boolean test(double ordered);
  }

  /**
   * The first position of a stretch where a condition that, once true, stays true, holds.
   *
   * @return {@code to} where it never does
   */
  int first(int from, int to, Beyond beyond) {
    int low = Math.ceilDiv(from, BLOCK);
    int high = to / BLOCK + (to % BLOCK == 0 ? 0 : 1);
    int firstBlock = low;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (beyond.test(sample[middle])) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    int left = low == firstBlock ? from : (low - 1) * BLOCK + 1;
    int right = Math.min(to, low * BLOCK);
    while (left < right) {
      int middle = (left + right) >>> 1;
      if (beyond.test(ordered(middle))) {
        right = middle;
      } else {
        left = middle + 1;
      }
    }
    return left;
  }

  /** A tally of all rows without any discount, to add discounts to. */
  Tally baseline(int tiers) {
    return base.copy(tiers);
  }

  private Tally base() {
    int segments = segments();
    Tally all = new Tally(segments, 0);
    for (int s = 0; s < segments; s++) {
      for (int from = start[s]; from < start[s + 1]; from += Blocks.ROWS) {
        all.addBase(s, this, from, Math.min(start[s + 1], from + Blocks.ROWS));
      }
    }
    return all;
  }

  /** Bytes that this holds besides the portfolio. */
  long bytes() {
    return (long) size() * (4 * Double.BYTES + Integer.BYTES)
        + (long) similarity.length * Float.BYTES
        + (long) sample.length * Double.BYTES
        + (long) start.length * Integer.BYTES;
  }
}
