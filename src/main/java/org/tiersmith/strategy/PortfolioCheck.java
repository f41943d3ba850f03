package org.tiersmith.strategy;

import java.util.Arrays;
import org.tiersmith.model.Problem;

/** Refuses numbers that would make wrong figures. */
final class PortfolioCheck {

  /** Beyond 1 by rounding to single precision. */
  private static final float MOST_COSINE = 1.0001f;

  /** More is no price in any currency, and sums of it would not be numbers. */
  private static final double MOST_MONEY = 1e15;

  private PortfolioCheck() {}

  static void lengths(int rows, int... lengths) {
    for (int length : lengths) {
      if (length != rows) {
        throw new IllegalArgumentException("columns of unequal length");
      }
    }
  }

  /** Checks the indices; answers one more than the highest customer. */
  static int customers(int[] segment, int[] customer, int segments) {
    lengths(segment.length, customer.length);
    int[] home = new int[Arrays.stream(customer).max().orElse(-1) + 1];
    Arrays.fill(home, -1);
    for (int i = 0; i < segment.length; i++) {
      if (segment[i] < 0 || segment[i] >= segments) {
        throw new IllegalArgumentException("pair " + i + " has segment " + segment[i]);
      }
      if (home[customer[i]] >= 0 && home[customer[i]] != segment[i]) {
        throw new IllegalArgumentException("customer " + customer[i] + " is in two segments");
      }
      home[customer[i]] = segment[i];
    }
    return home.length;
  }

  static void numbers(Portfolio portfolio) {
    for (int i = 0; i < portfolio.size(); i++) {
      double p0 = portfolio.p0()[i];
      if (!(p0 > 0 && p0 < 1)) {
        throw Problem.of(
            "strategy.bad-probability",
            "The purchase probability of pair {0} is {1}, which does not lie between 0 and 1."
                + " Nothing was computed. Score the pairs again.",
            i + 1L,
            "" + p0);
      }
      if (!finite(portfolio.k()[i])) {
        throw Problem.of(
            "strategy.bad-sensitivity",
            "The discount sensitivity of pair {0} is {1}, not a number of at least 0."
                + " Nothing was computed. Score the pairs again.",
            i + 1L,
            "" + portfolio.k()[i]);
      }
      checkMoney(portfolio, i);
    }
  }

  static void cosines(float[] cosines) {
    for (int i = 0; i < cosines.length; i++) {
      if (!(Math.abs(cosines[i]) <= MOST_COSINE)) {
        throw Problem.of(
            "strategy.bad-cosine",
            "The similarity of pair {0} is {1}, which does not lie between -1 and 1."
                + " Nothing was computed. Score the pairs again.",
            i + 1L,
            "" + cosines[i]);
      }
    }
  }

  private static void checkMoney(Portfolio portfolio, int i) {
    if (!money(portfolio.listPrice()[i])) {
      throw Problem.of(
          "strategy.bad-price",
          "The list price of pair {0} is {1}, not a number from 0 to 1e15."
              + " Nothing was computed. Correct the price and score again.",
          i + 1L,
          "" + portfolio.listPrice()[i]);
    }
    double cost = portfolio.unitCost()[i];
    if (!Double.isNaN(cost) && !money(cost)) {
      throw Problem.of(
          "strategy.bad-cost",
          "The unit cost of pair {0} is {1}, not a number from 0 to 1e15."
              + " Nothing was computed. Correct the cost, or leave it empty, and score again.",
          i + 1L,
          "" + cost);
    }
  }

  private static boolean money(double value) {
    return value >= 0 && value <= MOST_MONEY;
  }

  private static boolean finite(double value) {
    return value >= 0 && value < Double.POSITIVE_INFINITY;
  }
}
