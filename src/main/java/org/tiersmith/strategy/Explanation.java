package org.tiersmith.strategy;

import org.tiersmith.model.Text;

/**
 * Why one pair got its discount.
 *
 * @param p0 purchase probability at list price
 * @param probability purchase probability {@code p(d)} at the granted rate
 * @param hazard {@code h = -ln(1 - p0)}
 * @param rawRate the rule's rate before the tiers; NaN where the policy chooses among tiers itself
 * @param askedRate the tier that the policy asked for, before guardrails and budget
 * @param rate the granted tier
 * @param boundBy what lowered the tier
 * @param incrementalProfit expected, against no discount; NaN when the cost is unknown
 * @param waste {@code p0 P d}
 * @param reason one sentence
 */
public record Explanation(
    double p0,
    double probability,
    double hazard,
    double rawRate,
    double askedRate,
    double rate,
    BoundBy boundBy,
    double incrementalProfit,
    double waste,
    Text reason) {}
