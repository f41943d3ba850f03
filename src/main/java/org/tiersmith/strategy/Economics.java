package org.tiersmith.strategy;

import org.tiersmith.response.AdditiveHazard;
import org.tiersmith.response.ResponseCurve;

/** What one pair is expected to bring at one rate; the formulas that every figure is made of. */
final class Economics {
  static final ResponseCurve RESPONSE = AdditiveHazard.CURVE;

  private final double[] p0;
  private final double[] k;
  private final double[] price;
  private final double[] cost;

  Economics(Portfolio portfolio) {
    p0 = portfolio.p0();
    k = portfolio.k();
    price = portfolio.listPrice();
    cost = portfolio.unitCost();
  }

  /** {@code p(d) - p0}. */
  double uplift(int pair, double rate) {
    return rate == 0 ? 0 : RESPONSE.uplift(p0[pair], k[pair], rate);
  }

  /** {@code p0 P d}. */
  double waste(int pair, double rate) {
    return p0[pair] * price[pair] * rate;
  }

  /** {@code p(d) P d}. */
  double discountCost(int pair, double rate, double uplift) {
    return (p0[pair] + uplift) * price[pair] * rate;
  }

  /**
   * {@code p(d) (P (1 - d) - c) - p0 (P - c)}, written as what the uplift earns less the waste, so
   * that nothing cancels. NaN when the cost is unknown.
   */
  double incrementalProfit(int pair, double rate, double uplift) {
    return uplift * (price[pair] * (1 - rate) - cost[pair]) - waste(pair, rate);
  }

  double incrementalProfit(int pair, double rate) {
    return incrementalProfit(pair, rate, uplift(pair, rate));
  }

  /** {@code p(d) P (1 - d) - p0 P}. */
  double incrementalRevenue(int pair, double rate, double uplift) {
    return uplift * price[pair] * (1 - rate) - waste(pair, rate);
  }
}
