package org.tiersmith.strategy;

/**
 * What decisions are worth, expected over a set of pairs. P is list price, c unit cost, d the rate.
 * Money is in the shop's currency. Profits and the return are NaN when a pair's cost is unknown;
 * shares and means are NaN when their denominator is 0.
 *
 * @param pairs how many pairs
 * @param costKnown how many of them have a known unit cost
 * @param units {@code sum p(d)}
 * @param revenue {@code sum p(d) P (1 - d)}
 * @param profit {@code sum p(d) (P (1 - d) - c)}
 * @param discountCost {@code sum p(d) P d}
 * @param incrementalUnits units less those without any discount
 * @param incrementalRevenue revenue less that without any discount
 * @param incrementalProfit profit less that without any discount
 * @param waste {@code sum p0 P d}: discount for those who would have bought anyway
 * @param wasteShare waste / discount cost
 * @param returnOnDiscount (incremental profit + discount cost) / discount cost
 * @param discounted pairs with a discount
 * @param coverage discounted / pairs
 * @param meanRate mean of d over all pairs
 * @param customersReached customers with a discount on at least one pair
 */
public record Figures(
    long pairs,
    long costKnown,
    double units,
    double revenue,
    double profit,
    double discountCost,
    double incrementalUnits,
    double incrementalRevenue,
    double incrementalProfit,
    double waste,
    double wasteShare,
    double returnOnDiscount,
    long discounted,
    double coverage,
    double meanRate,
    long customersReached) {

  /** Whether every pair's cost is known, so that the profit figures mean something. */
  public boolean hasProfit() {
    return costKnown == pairs;
  }
}
