package org.tiersmith.service;

import java.util.List;

/**
 * What policies are worth when the truth judges them.
 *
 * @param pairs how many pairs were decided on
 * @param budget what every policy but the profit optimum was set to cost, by learned values
 * @param rate the fixed discount rate that costs so much
 * @param policies one per policy
 * @param causes the budget optimum with one learned column replaced by the true one: what the other
 *     column's errors cost
 * @param budgets the budget optimum at 10, 25, 50, 75 and 100 % of what the profit optimum believes
 *     to spend
 * @param fit how the learned values lie to the true ones
 */
public record TruthReport(
    long pairs,
    double budget,
    double rate,
    List<JudgedPolicy> policies,
    List<JudgedPolicy> causes,
    List<JudgedPolicy> budgets,
    LearnedFit fit) {

  public TruthReport {
    policies = List.copyOf(policies);
    causes = List.copyOf(causes);
    budgets = List.copyOf(budgets);
  }
}
