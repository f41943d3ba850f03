package org.tiersmith.strategy;

/**
 * What one guardrail does to a scenario.
 *
 * @param guardrail which one
 * @param rows pairs whose tier it settled
 * @param profitCost expected profit that these pairs would gain if it alone were lifted for them
 *     and all else stayed; negative when it helps (a rule may give too much); NaN when it settles
 *     any and some pair's cost is unknown
 */
public record GuardrailEffect(BoundBy guardrail, long rows, double profitCost) {}
