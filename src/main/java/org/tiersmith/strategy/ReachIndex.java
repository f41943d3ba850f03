package org.tiersmith.strategy;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Counts the customers that a monotone rule reaches without visiting their pairs: a customer gets a
 * discount on something as soon as the rule gives one to the pair of its highest key (or lowest,
 * where the rule falls) among those that may have one.
 */
final class ReachIndex {
  /** Where each segment's customers begin. */
  private final int[] start;

  /** What rows are ordered by, the highest of each customer, sorted within segments. */
  private final double[] highest;

  private final double[] lowest;

  /**
   * @param cap by position, the highest tier allowed
   * @param first the lowest tier that is given
   */
  ReachIndex(SortedRows rows, byte[] cap, int first) {
    boolean[] eligible = new boolean[cap.length];
    Blocks.map(
        cap.length,
        () -> false,
        (from, to) -> {
          for (int j = from; j < to; j++) {
            eligible[rows.order[j]] = cap[j] >= first;
          }
          return to;
        });
    Portfolio portfolio = rows.portfolio;
    double[] high = new double[portfolio.customers()];
    double[] low = new double[high.length];
    int[] segment = new int[high.length];
    Arrays.fill(high, Double.NEGATIVE_INFINITY);
    Arrays.fill(low, Double.POSITIVE_INFINITY);
    Arrays.fill(segment, -1);
    for (int i = 0; i < eligible.length; i++) {
      if (eligible[i]) {
        int customer = portfolio.customer()[i];
        double value = rows.orderedOfRow(i);
        segment[customer] = portfolio.segment()[i];
        high[customer] = Math.max(high[customer], value);
        low[customer] = Math.min(low[customer], value);
      }
    }
    start = starts(segment, rows.segments());
    highest = bySegment(high, segment);
    lowest = bySegment(low, segment);
  }

  private static int[] starts(int[] segment, int segments) {
    int[] start = new int[segments + 1];
    for (int s : segment) {
      if (s >= 0) {
        start[s + 1]++;
      }
    }
    for (int s = 0; s < segments; s++) {
      start[s + 1] += start[s];
    }
    return start;
  }

  private double[] bySegment(double[] values, int[] segment) {
    double[] sorted = new double[start[start.length - 1]];
    int[] next = start.clone();
    for (int c = 0; c < values.length; c++) {
      if (segment[c] >= 0) {
        sorted[next[segment[c]]++] = values[c];
      }
    }
    IntStream.range(0, start.length - 1)
        .parallel()
        .forEach(s -> Arrays.sort(sorted, start[s], start[s + 1]));
    return sorted;
  }

  /** Customers of a segment with a pair for which a condition that stays true upwards holds. */
  int above(int segment, SortedRows.Beyond reached) {
    return start[segment + 1] - first(highest, segment, reached);
  }

  /** Customers of a segment with a pair for which a condition that stays false upwards holds. */
  int below(int segment, SortedRows.Beyond missed) {
    return first(lowest, segment, missed) - start[segment];
  }

  /** Customers of a segment with a pair that may have a discount. */
  int all(int segment) {
    return start[segment + 1] - start[segment];
  }

  private int first(double[] sorted, int segment, SortedRows.Beyond beyond) {
    int low = start[segment];
    int high = start[segment + 1];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (beyond.test(sorted[middle])) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  long bytes() {
    return 2L * Double.BYTES * highest.length + (long) Integer.BYTES * start.length;
  }
}
