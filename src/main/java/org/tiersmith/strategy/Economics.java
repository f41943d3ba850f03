package org.tiersmith.strategy;

/** What one pair is expected to bring at one tier; the formulas that every figure is made of. */
public final class Economics {
  private final double[] p0;
  private final double[] k;
  private final double[] price;
  private final double[] cost;
  private final int[] segment;
  private final double[] rates;
  private final TierResponse response;

  /** Of a portfolio's pairs at a scenario's tiers, under its response. */
  public Economics(Portfolio portfolio, Scenario scenario) {
    this(portfolio, new TierResponse(portfolio, scenario.response(), scenario.tiers().toArray()));
  }

  Economics(Portfolio portfolio, TierResponse response) {
    p0 = portfolio.p0();
    k = portfolio.k();
    price = portfolio.listPrice();
    cost = portfolio.unitCost();
    segment = portfolio.segment();
    this.response = response;
    rates = response.rates();
  }

  double[] rates() {
    return rates;
  }

  /** Purchase probability {@code p(d)}. */
  public double probability(int pair, int tier) {
    return p0[pair] + uplift(pair, tier);
  }

  /** Expected profit {@code p(d) (P (1 - d) - c)}; NaN when the cost is unknown. */
  public double profit(int pair, int tier) {
    return probability(pair, tier) * (price[pair] * (1 - rates[tier]) - cost[pair]);
  }

  /** {@code p(d) - p0}. */
  double uplift(int pair, int tier) {
    return response.uplift(segment[pair], tier, p0[pair], k[pair]);
  }

  /** {@code p0 P d}. */
  double waste(int pair, int tier) {
    return p0[pair] * price[pair] * rates[tier];
  }

  /** {@code p(d) P d}. */
  double discountCost(int pair, int tier, double uplift) {
    return (p0[pair] + uplift) * price[pair] * rates[tier];
  }

  /**
   * {@code p(d) (P (1 - d) - c) - p0 (P - c)}, written as what the uplift earns less the waste, so
   * that nothing cancels. NaN when the cost is unknown.
   */
  double incrementalProfit(int pair, int tier, double uplift) {
    return uplift * (price[pair] * (1 - rates[tier]) - cost[pair]) - waste(pair, tier);
  }

  /** Expected profit at a tier, against no discount; NaN when the cost is unknown. */
  public double incrementalProfit(int pair, int tier) {
    return incrementalProfit(pair, tier, uplift(pair, tier));
  }

  /** {@code p(d) P (1 - d) - p0 P}. */
  double incrementalRevenue(int pair, int tier, double uplift) {
    return uplift * price[pair] * (1 - rates[tier]) - waste(pair, tier);
  }
}
