package org.tiersmith.strategy;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** Picks which of a customer's pairs keep their discount where their number is limited. */
final class PerCustomer {
  private PerCustomer() {}

  /**
   * The pairs that go without.
   *
   * @param most how many each customer keeps
   * @param eligible pairs that could get a discount at all; others are not counted
   * @param worth never NaN; pairs of higher worth are kept first, of equal ones the earlier
   */
  static boolean[] beyond(
      Portfolio portfolio, int most, IntPredicate eligible, IntToDoubleFunction worth) {
    int[] start = starts(portfolio, eligible);
    int[] rows = rows(portfolio, eligible, start);
    boolean[] beyond = new boolean[portfolio.size()];
    for (int c = 0; c < portfolio.customers(); c++) {
      if (start[c + 1] - start[c] > most) {
        mark(rows, start[c], start[c + 1], most, worth, beyond);
      }
    }
    return beyond;
  }

  private static void mark(
      int[] rows, int from, int to, int most, IntToDoubleFunction worth, boolean[] beyond) {
    double[] worths = new double[to - from];
    Arrays.setAll(worths, j -> worth.applyAsDouble(rows[from + j]));
    double[] sorted = worths.clone();
    Arrays.sort(sorted);
    double least = most == 0 ? Double.POSITIVE_INFINITY : sorted[sorted.length - most];
    int left = most;
    for (double w : worths) {
      left -= w > least ? 1 : 0;
    }
    for (int j = 0; j < worths.length; j++) {
      boolean kept = worths[j] > least || (worths[j] == least && left-- > 0);
      beyond[rows[from + j]] = !kept;
    }
  }

  /** Where each customer's eligible pairs begin in {@link #rows}. */
  static int[] starts(Portfolio portfolio, IntPredicate eligible) {
    int[] start = new int[portfolio.customers() + 1];
    for (int i = 0; i < portfolio.size(); i++) {
      if (eligible.test(i)) {
        start[portfolio.customer()[i] + 1]++;
      }
    }
    for (int c = 0; c < portfolio.customers(); c++) {
      start[c + 1] += start[c];
    }
    return start;
  }

  /** The eligible pairs, customer after customer. */
  static int[] rows(Portfolio portfolio, IntPredicate eligible, int[] start) {
    int[] rows = new int[start[portfolio.customers()]];
    int[] next = start.clone();
    for (int i = 0; i < portfolio.size(); i++) {
      if (eligible.test(i)) {
        rows[next[portfolio.customer()[i]]++] = i;
      }
    }
    return rows;
  }
}
