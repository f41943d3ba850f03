package org.tiersmith.strategy;

import org.jspecify.annotations.Nullable;

/** The guardrails over one ladder, one of them perhaps left out to see what it costs. */
final class Limits {
  /** Share of the unit cost by which rounding alone may miss a limit. */
  private static final double ROUNDING = 1e-12;

  private final double[] marginFactor;
  private final double[] costFactor;
  private final boolean checksMargin;
  private final boolean checksCost;
  private final int cap;

  Limits(double[] rates, Guardrails guardrails, @Nullable BoundBy without) {
    marginFactor = new double[rates.length];
    costFactor = new double[rates.length];
    for (int t = 0; t < rates.length; t++) {
      costFactor[t] = 1 - rates[t];
      marginFactor[t] = costFactor[t] * (1 - guardrails.minMargin());
    }
    checksMargin = guardrails.minMargin() > 0 && without != BoundBy.MARGIN_FLOOR;
    checksCost = without != BoundBy.BELOW_COST;
    cap = without == BoundBy.CAP ? rates.length - 1 : cap(rates, guardrails.maxDiscount());
  }

  private static int cap(double[] rates, double maxDiscount) {
    int t = rates.length - 1;
    while (t > 0 && rates[t] > maxDiscount * (1 + ROUNDING)) {
      t--;
    }
    return t;
  }

  /** The tier that is left of an asked one: lower or the same. */
  int tier(int asked, double price, double cost) {
    return Math.min(afterCost(afterMargin(asked, price, cost), price, cost), cap);
  }

  /** Which guardrail settled the outcome of {@link #tier}. */
  BoundBy boundBy(int asked, double price, double cost) {
    int afterMargin = afterMargin(asked, price, cost);
    int afterCost = afterCost(afterMargin, price, cost);
    if (cap < afterCost) {
      return BoundBy.CAP;
    }
    if (afterCost < afterMargin) {
      return BoundBy.BELOW_COST;
    }
    return afterMargin < asked ? BoundBy.MARGIN_FLOOR : BoundBy.NONE;
  }

  private int afterMargin(int asked, double price, double cost) {
    return checksMargin ? highest(asked, price, cost, marginFactor) : asked;
  }

  private int afterCost(int asked, double price, double cost) {
    return checksCost ? highest(asked, price, cost, costFactor) : asked;
  }

  /**
   * The highest tier up to an asked one where {@code price * factor} reaches the cost. The margin
   * floor {@code (x - c) / x >= m} at {@code x = P (1 - d)} is {@code x (1 - m) >= c}: no division,
   * so a price of 0 needs no exception. An unknown cost (NaN) compares false and binds nothing.
   */
  private static int highest(int asked, double price, double cost, double[] factor) {
    int t = asked;
    double least = cost * (1 - ROUNDING);
    while (t > 0 && price * factor[t] < least) {
      t--;
    }
    return t;
  }
}
