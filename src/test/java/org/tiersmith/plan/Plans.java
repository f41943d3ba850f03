package org.tiersmith.plan;

import java.util.Arrays;
import java.util.List;
import org.tiersmith.model.ScoredPairs;
import org.tiersmith.model.TierLadder;
import org.tiersmith.strategy.Decisions;
import org.tiersmith.strategy.Evaluator;
import org.tiersmith.strategy.Guardrails;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.Portfolio;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.strategy.Snap;

/** Small plans to write. */
record Plans(ScoredPairs pairs, Portfolio portfolio, Scenario scenario) {

  Decisions decisions() {
    return Evaluator.decide(portfolio, scenario);
  }

  PlanCsv csv() {
    return new PlanCsv(pairs, portfolio, scenario, rows());
  }

  FrozenRows rows() {
    return FrozenRows.of(portfolio, scenario, decisions());
  }

  /** As many rows as asked, all of one customer, one product and one segment of these names. */
  static Plans of(String customer, String product, String segment, int rows) {
    double[] number = new double[rows];
    Arrays.fill(number, 0.5);
    ScoredPairs pairs =
        new ScoredPairs(
            List.of(customer),
            List.of(product),
            new int[rows],
            new int[rows],
            number,
            number,
            number,
            new double[rows]);
    return of(pairs, List.of(segment), new int[rows], new Policy.Fixed(0.1));
  }

  static Plans of(ScoredPairs pairs, List<String> segments, int[] segment, Policy policy) {
    Portfolio portfolio =
        new Portfolio(
            segments,
            segment,
            pairs.customer(),
            pairs.listPrice(),
            pairs.unitCost(),
            pairs.p0(),
            pairs.k());
    TierLadder tiers = TierLadder.of(0, 0.05, 0.1, 0.125, 0.3);
    Scenario scenario = new Scenario("s", policy, tiers, Snap.DOWN, new Guardrails(0.1, 0.2));
    return new Plans(pairs, portfolio, scenario);
  }
}
