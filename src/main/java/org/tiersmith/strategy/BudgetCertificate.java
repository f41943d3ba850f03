package org.tiersmith.strategy;

/**
 * Proof of how close a budget plan comes to the best possible one. No plan within the budget earns
 * more than the dual bound {@code g(l) = l B + sum of max(0, max over tiers of (r - l c))}, where r
 * is a tier's expected incremental profit, c its expected discount cost and l the shadow price.
 * Where a customer may get only so many discounts, the sum is over customers and all that each may
 * be given; where groups have budgets of their own, each group's part ends at its own.
 *
 * @param budget B, the allowed expected discount cost
 * @param spent the plan's expected discount cost
 * @param profit the plan's expected incremental profit
 * @param bound the dual bound
 * @param shadowPrice l: what one more unit of budget earns; 0 when the budget does not bind
 */
public record BudgetCertificate(
    double budget, double spent, double profit, double bound, double shadowPrice) {

  /** {@code (bound - profit) / bound}, at least 0; 0 when nothing can be earned. */
  public double gap() {
    return bound > 0 ? Math.max(0, (bound - profit) / bound) : 0;
  }
}
