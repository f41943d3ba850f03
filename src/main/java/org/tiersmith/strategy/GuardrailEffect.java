package org.tiersmith.strategy;

/**
 * What one guardrail does to a scenario.
 *
 * @param guardrail which one
 * @param rows pairs whose tier it settled
 * @param profitCost expected profit with everything decided anew without it, less profit with it;
 *     negative when it helps (a rule may give too much); NaN when it moves a pair of unknown cost
 */
public record GuardrailEffect(BoundBy guardrail, long rows, double profitCost) {}
