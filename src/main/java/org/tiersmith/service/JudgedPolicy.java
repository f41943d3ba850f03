package org.tiersmith.service;

/**
 * A policy that decided with learned values and was judged by true ones. Money is in the shop's
 * currency.
 *
 * @param name what decided
 * @param believed incremental profit by the values it decided with
 * @param profit incremental profit by the true ones
 * @param cost discount cost by the true ones
 * @param wasteShare share of that cost given to those who would have bought anyway; NaN when
 *     nothing was spent
 * @param coverage share of pairs with a discount
 * @param oracle true incremental profit of the budget optimum that decides with the true values and
 *     spends no more
 */
public record JudgedPolicy(
    String name,
    double believed,
    double profit,
    double cost,
    double wasteShare,
    double coverage,
    double oracle) {

  /** What deciding with the truth would have earned more at the same cost. */
  public double regret() {
    return oracle - profit;
  }

  /** Profit as a share of the oracle's; NaN where the oracle can't earn anything. */
  public double shareOfOracle() {
    return oracle > 0 ? profit / oracle : Double.NaN;
  }
}
