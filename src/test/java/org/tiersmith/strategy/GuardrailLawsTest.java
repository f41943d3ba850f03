package org.tiersmith.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tiersmith.model.TierLadder;
import org.tiersmith.response.ResponseKind;
import org.tiersmith.response.SegmentResponses;

/** Guardrails and responses straight from their definitions, sharing no code with the engine. */
class GuardrailLawsTest {

  @Property(tries = 300)
  void everyPairGetsTheHighestTierThatKeepsAllLimits(@ForAll long seed) {
    RichCases cases = new RichCases(seed);
    Portfolio portfolio = cases.portfolio(60, false);
    Scenario drawn = cases.scenario(cases.rule());
    Scenario scenario = drawn.withGuardrails(drawn.guardrails().withPerCustomer(null));
    Decisions decisions = Evaluator.decide(portfolio, scenario);
    double[] rates = scenario.tiers().toArray();

    for (int i = 0; i < portfolio.size(); i++) {
      int tier = decisions.asked()[i];
      while (tier > 0 && !allowed(portfolio, scenario, i, rates[tier])) {
        tier--;
      }
      boolean small = rates[tier] < scenario.guardrails().minRate();
      assertThat(decisions.tier()[i]).isEqualTo((byte) (small ? 0 : tier));
      assertThat(decisions.boundBy()[i] == 0)
          .isEqualTo(decisions.tier()[i] == decisions.asked()[i]);
    }
  }

  private static boolean allowed(Portfolio portfolio, Scenario scenario, int i, double rate) {
    Guardrails limits = scenario.guardrails();
    double left = portfolio.listPrice()[i] * (1 - rate);
    double cost = portfolio.unitCost()[i];
    boolean dear = left * (1 - limits.minMargin()) < cost * (1 - 1e-12);
    boolean excluded =
        limits.exclusions().stream()
            .anyMatch(exclusion -> names(portfolio, i, exclusion.scope(), exclusion.name()));
    return !dear && !excluded && rate <= cap(portfolio, limits, i) * (1 + 1e-12);
  }

  private static double cap(Portfolio portfolio, Guardrails limits, int i) {
    double cap = limits.maxDiscount();
    for (Scope scope : Scope.values()) {
      Optional<Double> own =
          limits.caps().stream()
              .filter(c -> c.scope() == scope && names(portfolio, i, scope, c.name()))
              .map(Cap::maxRate)
              .min(Double::compare);
      if (own.isPresent()) {
        cap =
            limits.precedence() == Precedence.MOST_SPECIFIC ? own.get() : Math.min(cap, own.get());
      }
    }
    return cap;
  }

  private static boolean names(Portfolio portfolio, int i, Scope scope, String name) {
    PairKeys keys = portfolio.keys();
    int category = keys.categoryOfProduct()[keys.product()[i]];
    return switch (scope) {
      case SEGMENT -> portfolio.segmentNames().get(portfolio.segment()[i]).equals(name);
      case CATEGORY -> category >= 0 && keys.categories().get(category).equals(name);
      case PRODUCT -> keys.productIds().get(keys.product()[i]).equals(name);
      case CUSTOMER -> keys.customerIds().get(portfolio.customer()[i]).equals(name);
    };
  }

  @Property(tries = 200)
  void noCustomerGetsMoreDiscountsThanAllowedAndKeepsTheDeepest(@ForAll long seed) {
    RichCases cases = new RichCases(seed);
    Portfolio portfolio = cases.portfolio(60, true);
    Scenario scenario = cases.scenario(cases.rule());
    int most = cases.below(4);
    Guardrails limits = scenario.guardrails();
    Decisions free =
        Evaluator.decide(portfolio, scenario.withGuardrails(limits.withPerCustomer(null)));
    Decisions held =
        Evaluator.decide(portfolio, scenario.withGuardrails(limits.withPerCustomer(most)));

    Map<Integer, List<Integer>> kept = new HashMap<>();
    Map<Integer, List<Integer>> lost = new HashMap<>();
    for (int i = 0; i < portfolio.size(); i++) {
      if (held.tier()[i] > 0) {
        assertThat(held.tier()[i]).isEqualTo(free.tier()[i]);
        kept.computeIfAbsent(portfolio.customer()[i], c -> new ArrayList<>()).add(i);
      } else if (free.tier()[i] > 0) {
        assertThat(BoundBy.of(held.boundBy()[i])).isEqualTo(BoundBy.PER_CUSTOMER);
        lost.computeIfAbsent(portfolio.customer()[i], c -> new ArrayList<>()).add(i);
      }
    }
    kept.values().forEach(pairs -> assertThat(pairs).hasSizeLessThanOrEqualTo(most));
    lost.forEach(
        (customer, pairs) ->
            kept.getOrDefault(customer, List.of())
                .forEach(
                    k ->
                        pairs.forEach(
                            l ->
                                assertThat(free.asked()[k])
                                    .isGreaterThanOrEqualTo(free.asked()[l]))));
  }

  @Property(tries = 150)
  void aBudgetOverAnyRuleIsKept(@ForAll long seed) {
    RichCases cases = new RichCases(seed);
    Portfolio portfolio = cases.portfolio(80, true);
    Scenario scenario = cases.scenario(cases.rule());
    double free = Evaluator.evaluate(portfolio, scenario, () -> false).all().discountCost();
    double budget = free * cases.below(14) / 10;
    Scenario held = scenario.withGuardrails(scenario.guardrails().withBudget(budget));
    Outcome outcome = Evaluator.evaluate(portfolio, held, () -> false);

    assertThat(outcome.all().discountCost()).isLessThanOrEqualTo(budget * (1 + 1e-12));
    if (budget >= free) {
      assertThat(outcome.all())
          .isEqualTo(Evaluator.evaluate(portfolio, scenario, () -> false).all());
    }
  }

  @Property(tries = 150)
  void everyResponseIsItsFormula(@ForAll long seed) {
    RichCases cases = new RichCases(seed);
    Portfolio portfolio = cases.portfolio(30, true);
    Scenario scenario = cases.scenario(cases.rule());
    Economics economics = new Economics(portfolio, scenario);
    double[] rates = scenario.tiers().toArray();
    for (int i = 0; i < portfolio.size(); i++) {
      for (int t = 0; t < rates.length; t++) {
        double expected = probability(portfolio, scenario.response(), i, rates[t]);
        assertThat(economics.probability(i, t)).isCloseTo(expected, within(1e-12));
      }
    }
  }

  @Example
  void theSteepestLogitStaysAProbability() {
    double[] one = {1};
    Portfolio portfolio =
        new Portfolio(
                List.of("a"), new int[1], new int[1], one, new double[1], new double[] {0.2}, one)
            .withResponses(
                new SegmentResponses(
                    one, new double[] {1000}, new double[] {0}, new double[][] {{0}}));
    Scenario scenario =
        new Scenario("s", new Policy.Fixed(0.9), TierLadder.of(0, 0.9), Snap.DOWN, Guardrails.NONE)
            .withResponse(ResponseKind.LOGIT);
    assertThat(new Economics(portfolio, scenario).probability(0, 1)).isEqualTo(1);
    assertThat(Evaluator.evaluate(portfolio, scenario, () -> false).all().units()).isEqualTo(1);
  }

  private static double probability(Portfolio portfolio, ResponseKind kind, int i, double rate) {
    double p0 = portfolio.p0()[i];
    int s = portfolio.segment()[i];
    SegmentResponses fitted = portfolio.responses();
    return switch (kind) {
      case LEARNED -> 1 - (1 - p0) * Math.exp(-portfolio.k()[i] * rate);
      case HAZARD -> 1 - (1 - p0) * Math.exp(-fitted.k()[s] * rate);
      case ISOTONIC -> 1 - (1 - p0) * Math.exp(-fitted.isotonicGain(s, rate));
      case LOGIT -> 1 / (1 + (1 - p0) / p0 * Math.exp(-fitted.b()[s] * rate));
    };
  }
}
