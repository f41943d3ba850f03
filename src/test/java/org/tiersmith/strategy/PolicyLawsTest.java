package org.tiersmith.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.tiersmith.model.TierLadder;

/** What must hold of every policy, whatever the rows. */
@Domain(Portfolios.class)
@Domain(DomainContext.Global.class)
class PolicyLawsTest {

  @Property(tries = 200)
  void moreAlphaNeverLowersARate(
      @ForAll Portfolio portfolio,
      @ForAll Scenario scenario,
      @ForAll @Scale(9) @DoubleRange(min = 0, max = 2) double alpha,
      @ForAll @Scale(9) @DoubleRange(min = 0, max = 2) double more) {
    Alpha weak = Alpha.of(alpha);
    Alpha strong = Alpha.of(alpha + more);

    assertNoneFalls(portfolio, scenario, new Policy.Classic(weak), new Policy.Classic(strong));
    assertNoneFalls(
        portfolio, scenario, new Policy.Target(weak, 0.4), new Policy.Target(strong, 0.4));
  }

  @Property(tries = 200)
  void aHigherTargetNeverLowersARate(
      @ForAll Portfolio portfolio,
      @ForAll Scenario scenario,
      @ForAll Alpha alpha,
      @ForAll @Scale(9) @DoubleRange(min = 0.01, max = 0.5) double target,
      @ForAll @Scale(9) @DoubleRange(min = 0, max = 0.49) double more) {
    assertNoneFalls(
        portfolio,
        scenario,
        new Policy.Target(alpha, target),
        new Policy.Target(alpha, target + more));
  }

  @Property(tries = 200)
  void classicRisesAndTargetFallsWithTheProbability(
      @ForAll Scenario scenario,
      @ForAll @Scale(9) @DoubleRange(min = 0.01, max = 0.98) double p,
      @ForAll @Scale(9) @DoubleRange(min = 0, max = 0.01) double more,
      @ForAll @Scale(9) @DoubleRange(min = 0, max = 2) double alpha) {
    Portfolio two =
        new Portfolio(
            List.of("all"),
            new int[2],
            new int[2],
            new double[] {10, 10},
            new double[] {1, 1},
            new double[] {p, p + more},
            new double[] {1, 1});
    byte[] classic =
        Evaluator.decide(two, with(scenario, new Policy.Classic(Alpha.of(alpha)))).tier();
    byte[] target =
        Evaluator.decide(two, with(scenario, new Policy.Target(Alpha.of(alpha), 0.6))).tier();

    assertThat(classic[0]).isLessThanOrEqualTo(classic[1]);
    assertThat(target[0]).isGreaterThanOrEqualTo(target[1]);
  }

  @Property(tries = 200)
  void noGuardrailIsEverBroken(@ForAll Portfolio portfolio, @ForAll Scenario scenario) {
    for (Policy policy : policiesFor(portfolio, scenario)) {
      Scenario one = with(scenario, policy);
      Decisions decisions = Evaluator.decide(portfolio, one);
      for (int i = 0; i < portfolio.size(); i++) {
        assertThat(Exact.allowed(portfolio, one, i, decisions.tier()[i])).isTrue();
        assertThat(decisions.tier()[i]).isBetween((byte) 0, decisions.asked()[i]);
      }
    }
  }

  @Property(tries = 200)
  void profitOptimumBeatsEveryOtherPolicy(@ForAll Portfolio portfolio, @ForAll Scenario scenario) {
    Portfolio known = withCosts(portfolio);
    double best = profit(known, with(scenario, new Policy.ProfitOptimum()));

    assertThat(best).isGreaterThanOrEqualTo(0);
    for (Policy policy : policiesFor(known, scenario)) {
      double other = profit(known, with(scenario, policy));
      assertThat(other).isLessThanOrEqualTo(best + 1e-12 * Math.abs(best));
    }
  }

  @Property(tries = 200)
  void profitOptimumTakesTheBestAllowedTier(
      @ForAll Portfolio portfolio, @ForAll Scenario scenario) {
    Portfolio known = withCosts(portfolio);
    Scenario profit = with(scenario, new Policy.ProfitOptimum());
    double[] rates = scenario.tiers().toArray();
    Decisions decisions = Evaluator.decide(known, profit);
    for (int i = 0; i < known.size(); i++) {
      double chosen = Exact.incrementalProfit(known, i, decisions.rate(i));
      for (int t = 0; t < rates.length && Exact.allowed(known, profit, i, t); t++) {
        double other = Exact.incrementalProfit(known, i, rates[t]);
        assertThat(other).isLessThanOrEqualTo(chosen + 1e-12 * known.listPrice()[i]);
      }
    }
  }

  @Property(tries = 100)
  void aSegmentsAlphaTouchesThatSegmentAlone(
      @ForAll Portfolio portfolio,
      @ForAll Scenario scenario,
      @ForAll @Scale(9) @DoubleRange(min = 0, max = 2) double alpha) {
    Alpha one = new Alpha(0.5, Map.of("silver", alpha));
    Decisions same = Evaluator.decide(portfolio, with(scenario, classic(Alpha.of(0.5))));
    Decisions other = Evaluator.decide(portfolio, with(scenario, classic(Alpha.of(alpha))));
    Decisions mixed = Evaluator.decide(portfolio, with(scenario, classic(one)));

    for (int i = 0; i < portfolio.size(); i++) {
      boolean silver = portfolio.segment()[i] == 1;
      assertThat(mixed.tier()[i]).isEqualTo((silver ? other : same).tier()[i]);
    }
  }

  @Property(tries = 100)
  void aGuardrailCostsWhatDecidingWithoutItWouldEarn(
      @ForAll Portfolio portfolio, @ForAll Scenario scenario) {
    Portfolio known = withCosts(portfolio);
    Guardrails limits = scenario.guardrails();
    for (Policy policy : policiesFor(known, scenario)) {
      Scenario one = with(scenario, policy);
      Outcome outcome = Evaluator.evaluate(known, one, () -> false);
      double now = outcome.all().incrementalProfit();
      double uncapped = profit(known, limited(one, new Guardrails(limits.minMargin(), 1)));
      double floorless = profit(known, limited(one, new Guardrails(0, limits.maxDiscount())));
      double scale = 1e-9 * Math.max(1, Math.abs(uncapped) + Math.abs(floorless));

      double least = policy.needsCost() ? 0 : Double.NEGATIVE_INFINITY;

      assertCost(outcome, BoundBy.CAP, Math.max(least, uncapped - now), scale);
      assertCost(outcome, BoundBy.MARGIN_FLOOR, Math.max(least, floorless - now), scale);
    }
  }

  private static void assertCost(Outcome outcome, BoundBy guardrail, double cost, double within) {
    GuardrailEffect effect = outcome.guardrails().get(guardrail.index() - 1);
    assertThat(effect.guardrail()).isEqualTo(guardrail);
    assertThat(effect.profitCost()).isBetween(cost - within, cost + within);
  }

  private static void assertNoneFalls(
      Portfolio portfolio, Scenario scenario, Policy weak, Policy strong) {
    Decisions less = Evaluator.decide(portfolio, with(scenario, weak));
    Decisions more = Evaluator.decide(portfolio, with(scenario, strong));
    for (int i = 0; i < portfolio.size(); i++) {
      assertThat(more.asked()[i]).isGreaterThanOrEqualTo(less.asked()[i]);
      assertThat(more.tier()[i]).isGreaterThanOrEqualTo(less.tier()[i]);
    }
  }

  private static List<Policy> policiesFor(Portfolio portfolio, Scenario scenario) {
    boolean known = portfolio.size() == 0 || portfolio.anyCostKnown();
    return known
        ? List.of(scenario.policy(), new Policy.ProfitOptimum(), new Policy.BudgetOptimum(3))
        : List.of(scenario.policy());
  }

  private static Policy classic(Alpha alpha) {
    return new Policy.Classic(alpha);
  }

  private static double profit(Portfolio portfolio, Scenario scenario) {
    return Evaluator.evaluate(portfolio, scenario, () -> false).all().incrementalProfit();
  }

  static Scenario with(Scenario scenario, Policy policy) {
    return new Scenario(
        scenario.name(), policy, scenario.tiers(), scenario.snap(), scenario.guardrails());
  }

  private static Scenario limited(Scenario scenario, Guardrails guardrails) {
    TierLadder tiers = scenario.tiers();
    return new Scenario(scenario.name(), scenario.policy(), tiers, scenario.snap(), guardrails);
  }

  /** The same pairs, with 60 % of the list price for each unknown cost. */
  static Portfolio withCosts(Portfolio portfolio) {
    double[] cost = portfolio.unitCost().clone();
    for (int i = 0; i < cost.length; i++) {
      cost[i] = Double.isNaN(cost[i]) ? portfolio.listPrice()[i] * 0.6 : cost[i];
    }
    return new Portfolio(
        portfolio.segmentNames(),
        portfolio.segment(),
        portfolio.customer(),
        portfolio.listPrice(),
        cost,
        portfolio.p0(),
        portfolio.k());
  }
}
