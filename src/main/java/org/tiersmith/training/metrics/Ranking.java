package org.tiersmith.training.metrics;

/**
 * Numbers in rising order.
 *
 * @param order indices of the numbers, the lowest first; equal ones in their own order
 * @param sorted the numbers in that order
 */
record Ranking(int[] order, double[] sorted) {
  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 1 << DIGIT_BITS;

  /** Sorts by radix: a million in about 50 ms. No NaN is expected; one would come last. */
  static Ranking of(double[] values) {
    int n = values.length;
    long[] keys = new long[n];
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      keys[i] = sortable(values[i]);
      order[i] = i;
    }
    long[] keysOut = new long[n];
    int[] orderOut = new int[n];
    for (int shift = 0; shift < Long.SIZE; shift += DIGIT_BITS) {
      if (scatter(keys, order, shift, keysOut, orderOut)) {
        long[] otherKeys = keys;
        keys = keysOut;
        keysOut = otherKeys;
        int[] otherOrder = order;
        order = orderOut;
        orderOut = otherOrder;
      }
    }
    double[] sorted = new double[n];
    for (int i = 0; i < n; i++) {
      sorted[i] = values[order[i]];
    }
    return new Ranking(order, sorted);
  }

  /** Bits that sort as unsigned numbers the way the doubles do, both zeros alike. */
  private static long sortable(double value) {
    long bits = Double.doubleToLongBits(value + 0.0);
    return bits ^ ((bits >> 63) | Long.MIN_VALUE);
  }

  /** Whether anything was moved: not if all have the same digit. */
  private static boolean scatter(
      long[] keys, int[] order, int shift, long[] keysOut, int[] orderOut) {
    int[] start = new int[DIGITS + 1];
    for (long key : keys) {
      start[((int) (key >>> shift) & (DIGITS - 1)) + 1]++;
    }
    for (int digit = 0; digit < DIGITS; digit++) {
      if (start[digit + 1] == keys.length) {
        return false;
      }
      start[digit + 1] += start[digit];
    }
    for (int i = 0; i < keys.length; i++) {
      int place = start[(int) (keys[i] >>> shift) & (DIGITS - 1)]++;
      keysOut[place] = keys[i];
      orderOut[place] = order[i];
    }
    return true;
  }

  int size() {
    return order.length;
  }

  /** How many numbers lie below a value. */
  int below(double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The end of the run of equal numbers that starts at a rank. */
  int runEnd(int from) {
    int to = from + 1;
    while (to < sorted.length && sorted[to] == sorted[from]) {
      to++;
    }
    return to;
  }

  /** The start of the run of equal numbers that ends before a rank. */
  int runStart(int to) {
    int from = to - 1;
    while (from > 0 && sorted[from - 1] == sorted[to - 1]) {
      from--;
    }
    return from;
  }
}
