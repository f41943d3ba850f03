package org.tiersmith.strategy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hard limits. A pair that breaks one falls to the highest tier that keeps it; no discount is
 * always allowed. No discounted price ever lies below the unit cost. Limits that need a cost do not
 * bind a pair whose cost is unknown.
 *
 * @param minMargin lowest margin after the discount, {@code (P (1 - d) - c) / (P (1 - d))}, in [0,
 *     1); 0 asks for no more than the unit cost
 * @param maxDiscount highest rate for all, in [0, 1]; 1 is no cap
 * @param minRate the smallest rate worth giving, in [0, 1): a pair left with less gets none
 * @param caps highest rates of segments, categories, products and customers
 * @param precedence which cap holds where several apply
 * @param exclusions who and what never gets a discount
 * @param perCustomer how many products at most a customer gets a discount on, at least 0; null is
 *     no limit. A rule keeps those it asks most for; where it asks the same for all, those the
 *     customer is least likely to buy anyway.
 * @param budget highest expected discount cost in all, at least 0; null is no limit. Pairs whose
 *     discount earns least for its cost go without.
 */
public record Guardrails(
    double minMargin,
    double maxDiscount,
    double minRate,
    List<Cap> caps,
    Precedence precedence,
    List<Exclusion> exclusions,
    @Nullable Integer perCustomer,
    @Nullable Double budget) {

  /** Only the rule that holds always: never below cost. */
  public static final Guardrails NONE = new Guardrails(0, 1);

  /** What stored guardrails of an earlier version lack is null here and means no limit. */
  public Guardrails {
    caps = caps == null ? List.of() : List.copyOf(caps);
    precedence = precedence == null ? Precedence.STRICTEST : precedence;
    exclusions = exclusions == null ? List.of() : List.copyOf(exclusions);
    GuardrailRanges.check(minMargin, maxDiscount, minRate, perCustomer, budget);
  }

  /** A margin floor and a cap for all. */
  public Guardrails(double minMargin, double maxDiscount) {
    this(minMargin, maxDiscount, 0, List.of(), Precedence.STRICTEST, List.of(), null, null);
  }

  public Guardrails withMinMargin(double value) {
    return new Guardrails(
        value, maxDiscount, minRate, caps, precedence, exclusions, perCustomer, budget);
  }

  public Guardrails withMaxDiscount(double value) {
    return new Guardrails(
        minMargin, value, minRate, caps, precedence, exclusions, perCustomer, budget);
  }

  public Guardrails withMinRate(double value) {
    return new Guardrails(
        minMargin, maxDiscount, value, caps, precedence, exclusions, perCustomer, budget);
  }

  public Guardrails withCaps(List<Cap> value, Precedence which) {
    return new Guardrails(
        minMargin, maxDiscount, minRate, value, which, exclusions, perCustomer, budget);
  }

  public Guardrails withExclusions(List<Exclusion> value) {
    return new Guardrails(
        minMargin, maxDiscount, minRate, caps, precedence, value, perCustomer, budget);
  }

  public Guardrails withPerCustomer(@Nullable Integer value) {
    return new Guardrails(
        minMargin, maxDiscount, minRate, caps, precedence, exclusions, value, budget);
  }

  public Guardrails withBudget(@Nullable Double value) {
    return new Guardrails(
        minMargin, maxDiscount, minRate, caps, precedence, exclusions, perCustomer, value);
  }
}
