package org.tiersmith.strategy;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tiersmith.response.AdditiveHazard;

/** Says why one pair got its tier. */
final class Explainer {
  private final Portfolio portfolio;
  private final Scenario scenario;
  private final Decisions decisions;
  private final Economics economics;
  private final @Nullable Rule rule;

  Explainer(Portfolio portfolio, Scenario scenario, Decisions decisions) {
    this.portfolio = portfolio;
    this.scenario = scenario;
    this.decisions = decisions;
    this.economics = new Economics(portfolio, scenario);
    this.rule = Rule.of(scenario.policy(), portfolio.segmentNames()).orElse(null);
  }

  Explanation explain(int pair) {
    BoundBy boundBy = BoundBy.of(decisions.boundBy()[pair]);
    int asked = decisions.asked()[pair];
    int tier = decisions.tier()[pair];
    return new Explanation(
        portfolio.p0()[pair],
        economics.probability(pair, tier),
        portfolio.hazard(pair),
        rawRate(pair),
        decisions.tiers().rates().get(asked).value(),
        decisions.rate(pair),
        boundBy,
        economics.incrementalProfit(pair, tier),
        economics.waste(pair, tier),
        options(pair),
        nextTierAt(pair, asked),
        decisions.shadowPrice(pair),
        Reasons.of(scenario, asked, tier, boundBy));
  }

  private double rawRate(int pair) {
    return rule == null
        ? Double.NaN
        : rule.raw(portfolio.segment()[pair], rule.key(portfolio, pair));
  }

  private List<Explanation.Option> options(int pair) {
    double[] rates = economics.rates();
    Guardrails guardrails = scenario.guardrails();
    LadderLimits ladder = new LadderLimits(rates, guardrails.minRate());
    Tightest tightest = new Tightest(rates.length - 1);
    NamedLimits.of(portfolio, rates, guardrails).apply(pair, tightest);
    new CostLimits(rates, guardrails.minMargin())
        .apply(portfolio.listPrice()[pair], portfolio.unitCost()[pair], tightest);
    int cap = tightest.cap();
    return IntStream.range(0, rates.length)
        .mapToObj(t -> option(pair, t, t == 0 || (t <= cap && t >= ladder.first())))
        .toList();
  }

  private Explanation.Option option(int pair, int tier, boolean allowed) {
    double uplift = economics.uplift(pair, tier);
    return new Explanation.Option(
        economics.rates()[tier],
        economics.probability(pair, tier),
        economics.discountCost(pair, tier, uplift),
        economics.incrementalProfit(pair, tier, uplift),
        allowed);
  }

  /** Solves the rule for the number at which its raw rate meets the next threshold. */
  private double nextTierAt(int pair, int asked) {
    if (rule == null || asked + 1 >= economics.rates().length) {
      return Double.NaN;
    }
    int segment = portfolio.segment()[pair];
    double x =
        rule.origin()
            + (scenario.thresholds()[asked + 1] - rule.constant()[segment]) / rule.slope()[segment];
    if (rule.key() == Rule.Key.SIMILARITY) {
      return Math.abs(x) <= 1 ? x : Double.NaN;
    }
    double p0 = x > 0 ? AdditiveHazard.ofHazard(x) : 1;
    return p0 < 1 ? p0 : Double.NaN;
  }
}
