package org.tiersmith.strategy;

import org.jspecify.annotations.Nullable;
import org.tiersmith.model.TierLadder;

/**
 * What a scenario gives to each pair; columnar, not to be written to.
 *
 * @param tiers the scenario's ladder
 * @param tier per pair, the tier granted: an index into the ladder
 * @param asked per pair, the tier that the policy alone asked for, before any guardrail or budget
 * @param boundBy per pair, the {@link BoundBy#index}
 * @param certificate of the budget policy only
 */
public record Decisions(
    TierLadder tiers,
    byte[] tier,
    byte[] asked,
    byte[] boundBy,
    @Nullable BudgetCertificate certificate) {

  public int size() {
    return tier.length;
  }

  /** The discount rate granted to a pair. */
  public double rate(int pair) {
    return tiers.rates().get(tier[pair]).value();
  }
}
