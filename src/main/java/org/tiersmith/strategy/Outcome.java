package org.tiersmith.strategy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scenario's worth beside that of giving no discount; lists and rows are in the order of the
 * portfolio's segments.
 *
 * @param all over all pairs
 * @param baseline over all pairs, without any discount
 * @param bySegment per segment
 * @param baselineBySegment per segment, without any discount
 * @param tierMix pairs by segment and granted tier: {@code long[segments][tiers]}
 * @param guardrails one per {@link BoundBy} except NONE, in that order; none where a frontier
 *     answers
 * @param certificate where a budget decided: of the budget policy, and of the profit optimum held
 *     to a budget
 */
public record Outcome(
    Figures all,
    Figures baseline,
    List<Figures> bySegment,
    List<Figures> baselineBySegment,
    long[][] tierMix,
    List<GuardrailEffect> guardrails,
    @Nullable BudgetCertificate certificate) {

  public Outcome {
    bySegment = List.copyOf(bySegment);
    baselineBySegment = List.copyOf(baselineBySegment);
    guardrails = List.copyOf(guardrails);
  }
}
