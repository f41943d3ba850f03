package org.tiersmith.strategy;

/** The guardrails that weigh a pair's price against its cost. */
final class CostLimits {
  /** Share of the unit cost by which rounding alone may miss a limit. */
  private static final double ROUNDING = 1e-12;

  private final double[] marginFactor;
  private final double[] costFactor;
  private final boolean checksMargin;

  CostLimits(double[] rates, double minMargin) {
    marginFactor = new double[rates.length];
    costFactor = new double[rates.length];
    for (int t = 0; t < rates.length; t++) {
      costFactor[t] = 1 - rates[t];
      marginFactor[t] = costFactor[t] * (1 - minMargin);
    }
    checksMargin = minMargin > 0;
  }

  void apply(double price, double cost, Tightest tightest) {
    if (checksMargin) {
      tightest.add(highest(price, cost, marginFactor), BoundBy.MARGIN_FLOOR);
    }
    tightest.add(highest(price, cost, costFactor), BoundBy.BELOW_COST);
  }

  /** Whether these limits and others of the same guardrails part over a pair at a tier. */
  boolean differs(CostLimits other, int tier, double price, double cost) {
    double least = cost * (1 - ROUNDING);
    return onlyOneIsBelow(price * costFactor[tier], price * other.costFactor[tier], least)
        || (checksMargin
            && onlyOneIsBelow(price * marginFactor[tier], price * other.marginFactor[tier], least));
  }

  /** Whether just one of two values lies below a third. */
  private static boolean onlyOneIsBelow(double one, double other, double least) {
    return one < least != other < least;
  }

  /**
   * The highest tier where {@code price * factor} reaches the cost. The margin floor {@code (x - c)
   * / x >= m} at {@code x = P (1 - d)} is {@code x (1 - m) >= c}: no division, so a price of 0
   * needs no exception. An unknown cost (NaN) compares false and binds nothing.
   */
  private static int highest(double price, double cost, double[] factor) {
    int t = factor.length - 1;
    double least = cost * (1 - ROUNDING);
    while (t > 0 && price * factor[t] < least) {
      t--;
    }
    return t;
  }
}
