package org.tiersmith.strategy;

/**
 * What one guardrail does to a scenario.
 *
 * @param guardrail which one
 * @param rows pairs whose tier it settled
 * @param profitCost expected profit that lifting it alone would add. Where each pair is decided by
 *     itself, that of the pairs it settles, all else as it is. Where a budget decides, that of
 *     deciding all pairs anew without it, for the money would go elsewhere too; at least 0 then,
 *     since the plan that keeps it stays possible. Negative where it helps (a rule may give too
 *     much); NaN when it settles any and some pair's cost is unknown
 */
public record GuardrailEffect(BoundBy guardrail, long rows, double profitCost) {}
