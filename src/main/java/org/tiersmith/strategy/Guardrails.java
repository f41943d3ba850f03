package org.tiersmith.strategy;

import org.tiersmith.model.Problem;

/**
 * Hard limits. A pair that breaks one falls to the highest tier that keeps it; no discount is
 * always allowed. No discounted price ever lies below the unit cost. Limits that need a cost do not
 * bind a pair whose cost is unknown.
 *
 * @param minMargin lowest margin after the discount, {@code (P (1 - d) - c) / (P (1 - d))}, in [0,
 *     1); 0 asks for no more than the unit cost
 * @param maxDiscount highest rate, in [0, 1]; 1 is no cap
 */
public record Guardrails(double minMargin, double maxDiscount) {

  /** Only the rule that holds always: never below cost. */
  public static final Guardrails NONE = new Guardrails(0, 1);

  public Guardrails {
    if (!(minMargin >= 0 && minMargin < 1)) {
      throw Problem.of(
          "strategy.min-margin",
          "The margin floor must be at least 0 and less than 1 (10 % is 0.1), not {0}.",
          "" + minMargin);
    }
    if (!(maxDiscount >= 0 && maxDiscount <= 1)) {
      throw Problem.of(
          "strategy.max-discount",
          "The highest discount must lie between 0 and 1 (30 % is 0.3), not {0}.",
          "" + maxDiscount);
    }
  }
}
