package org.tiersmith.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.Problem;
import org.tiersmith.model.TierLadder;
import org.tiersmith.strategy.LimitedBudget.Kind;

/** The frontier with budgets by group and limits per customer, against other ways to solve it. */
class FrontierLimitsTest {

  @Property(tries = 150)
  void theBoundIsTheOptimumOfTheLinearRelaxation(
      @ForAll long seed,
      @ForAll @IntRange(max = 24) int size,
      @ForAll Kind kind,
      @ForAll boolean perCustomer) {
    LimitedBudget problem = LimitedBudget.random(seed, size, kind, perCustomer);
    double relaxed = problem.relaxed();

    assertThat(problem.frontier().at(problem.budget()).bound())
        .isCloseTo(relaxed, within(1e-7 * Math.max(1, relaxed)));
    assertThat(problem.frontier().profitAtCost(problem.budget()))
        .isCloseTo(relaxed, within(1e-7 * Math.max(1, relaxed)));
  }

  @Property(tries = 150)
  void aPlanLiesBetweenNothingAndTheBestThatWholeTiersEarn(
      @ForAll long seed,
      @ForAll @IntRange(max = 6) int size,
      @ForAll Kind kind,
      @ForAll boolean perCustomer) {
    LimitedBudget problem = LimitedBudget.random(seed, size, kind, perCustomer);
    BudgetCertificate certificate = problem.frontier().at(problem.budget());
    double best = problem.best();
    double slack = 1e-9 * Math.max(1, best);

    assertThat(certificate.profit()).isBetween(0.0, best + slack);
    assertThat(certificate.bound()).isGreaterThanOrEqualTo(best - slack);
    assertThat(certificate.gap()).isBetween(0.0, 1.0);
  }

  /** The most profit is concave in each budget: its price lies between the slopes at both sides. */
  @Property(tries = 150)
  void aGroupsPriceIsWhatOneMoreUnitOfItsBudgetEarns(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 24) int size, @ForAll boolean segments) {
    Kind kind = segments ? Kind.SEGMENT : Kind.CATEGORY;
    LimitedBudget problem = LimitedBudget.random(seed, size, kind, false);
    GroupPrices prices = problem.frontier().groupPrices();
    for (int g = 0; g < problem.groupBudget().length && prices != null; g++) {
      double limit = problem.groupBudget()[g];
      if (limit > 0 && limit < Double.POSITIVE_INFINITY) {
        double step = 1e-4 * limit;
        double most = mostProfit(problem, g, limit);
        double right = (mostProfit(problem, g, limit + step) - most) / step;
        double left = (most - mostProfit(problem, g, limit - step)) / step;
        double slack = 1e-6 * Math.max(1, left);
        assertThat(prices.price()[g]).isBetween(right - slack, left + slack);
        int group = g;
        IntStream.range(0, problem.portfolio().size())
            .filter(i -> problem.group().applyAsInt(i) == group)
            .forEach(
                i -> {
                  assertThat(prices.of(i, 0)).isEqualTo(prices.price()[group]);
                  assertThat(prices.of(i, 1e9)).isEqualTo(1e9);
                });
      }
    }
  }

  /** With as much money in all as can be spent. */
  private static double mostProfit(LimitedBudget problem, int group, double limit) {
    Policy.BudgetOptimum policy = (Policy.BudgetOptimum) problem.scenario().policy();
    boolean segments = policy.byCategory().isEmpty();
    List<String> names =
        segments ? problem.portfolio().segmentNames() : problem.portfolio().keys().categories();
    Map<String, Double> limits = new HashMap<>(segments ? policy.bySegment() : policy.byCategory());
    limits.put(names.get(group), limit);
    Policy other =
        segments
            ? new Policy.BudgetOptimum(policy.budget(), limits, Map.of())
            : new Policy.BudgetOptimum(policy.budget(), Map.of(), limits);
    return BudgetFrontier.of(problem.portfolio(), problem.scenario().withPolicy(other), () -> false)
        .profitAtCost(Double.POSITIVE_INFINITY);
  }

  @Test
  void anExplanationTellsThePriceOfTheBudgetThatHoldsTheRow() {
    LimitedBudget problem = LimitedBudget.random(5, 24, Kind.SEGMENT, false);
    List<String> names = problem.portfolio().segmentNames();
    Scenario scenario =
        problem
            .scenario()
            .withPolicy(new Policy.BudgetOptimum(1e9, Map.of(names.getFirst(), 1.0), Map.of()));
    Decisions decisions = Evaluator.decide(problem.portfolio(), scenario, () -> false);
    for (int i = 0; i < decisions.size(); i++) {
      double price = Evaluator.explain(problem.portfolio(), scenario, decisions, i).shadowPrice();
      if (problem.portfolio().segment()[i] == 0) {
        assertThat(price).isPositive();
      } else {
        assertThat(price).isZero();
      }
    }
  }

  @Property(tries = 150)
  void aPlanKeepsEveryLimit(
      @ForAll long seed,
      @ForAll @IntRange(max = 60) int size,
      @ForAll Kind kind,
      @ForAll boolean perCustomer) {
    LimitedBudget problem = LimitedBudget.random(seed, size, kind, perCustomer);
    Portfolio portfolio = problem.portfolio();
    byte[] tier = problem.frontier().tiers(problem.budget());
    double[] rates = problem.scenario().tiers().toArray();
    double spent = 0;
    double[] spentBy = new double[4];
    int[] discounts = new int[portfolio.customers()];
    for (int i = 0; i < tier.length; i++) {
      if (tier[i] > 0) {
        double cost = Exact.discountCost(portfolio, i, rates[tier[i]]).doubleValue();
        spent += cost;
        spentBy[1 + problem.group().applyAsInt(i)] += cost;
        discounts[portfolio.customer()[i]]++;
        assertThat(Exact.allowed(portfolio, problem.scenario(), i, tier[i])).isTrue();
      }
    }
    assertThat(spent).isLessThanOrEqualTo(problem.budget() * (1 + 1e-9));
    assertThat(Arrays.stream(discounts).max().orElse(0)).isLessThanOrEqualTo(problem.most());
    for (int i = 0; i < tier.length; i++) {
      double limit = problem.groupBudgetOf(i) * (1 + 1e-9);
      assertThat(spentBy[1 + problem.group().applyAsInt(i)]).isLessThanOrEqualTo(limit);
    }
  }

  @Property(tries = 100)
  void figuresEqualThoseOfTheEvaluator(
      @ForAll long seed,
      @ForAll @IntRange(max = 60) int size,
      @ForAll Kind kind,
      @ForAll boolean perCustomer) {
    LimitedBudget problem = LimitedBudget.random(seed, size, kind, perCustomer);
    Outcome quick = problem.frontier().outcome(problem.budget());
    Outcome exact = Evaluator.evaluate(problem.portfolio(), problem.scenario(), () -> false);

    assertThat(quick.certificate()).isEqualTo(exact.certificate());
    assertThat(quick.tierMix()).isDeepEqualTo(exact.tierMix());
    BudgetFrontierTest.same(quick.all(), exact.all());
    for (int s = 0; s < quick.bySegment().size(); s++) {
      BudgetFrontierTest.same(quick.bySegment().get(s), exact.bySegment().get(s));
    }
  }

  @Property(tries = 100)
  void whatBoundARowIsNamed(
      @ForAll long seed, @ForAll @IntRange(max = 40) int size, @ForAll boolean perCustomer) {
    LimitedBudget problem = LimitedBudget.random(seed, size, Kind.NONE, perCustomer);
    Scenario free =
        problem
            .scenario()
            .withPolicy(new Policy.ProfitOptimum())
            .withGuardrails(problem.scenario().guardrails().withPerCustomer(null));
    Decisions best = Evaluator.decide(problem.portfolio(), free);
    Decisions plan = Evaluator.decide(problem.portfolio(), problem.scenario());
    for (int i = 0; i < plan.size(); i++) {
      BoundBy by = BoundBy.of(plan.boundBy()[i]);
      assertThat(plan.asked()[i]).isEqualTo(best.asked()[i]);
      if (plan.tier()[i] == best.tier()[i]) {
        assertThat(by).isEqualTo(BoundBy.of(best.boundBy()[i]));
        assertThat(plan.otherwise()[i]).isEqualTo(best.otherwise()[i]);
      } else {
        assertThat(plan.tier()[i]).isLessThan(best.tier()[i]);
        assertThat(plan.otherwise()[i]).isEqualTo(best.tier()[i]);
        assertThat(by)
            .isIn(
                perCustomer
                    ? List.of(BoundBy.BUDGET, BoundBy.PER_CUSTOMER)
                    : List.of(BoundBy.BUDGET));
      }
    }
  }

  @Property(tries = 60)
  void theLowerOfTwoBudgetsHolds(
      @ForAll long seed, @ForAll @IntRange(max = 40) int size, @ForAll boolean perCustomer) {
    LimitedBudget problem = LimitedBudget.random(seed, size, Kind.SEGMENT, perCustomer);
    Scenario one = problem.scenario();
    double more = 2 * problem.budget() + 1;
    Policy.BudgetOptimum policy = (Policy.BudgetOptimum) one.policy();
    Scenario two =
        one.withPolicy(new Policy.BudgetOptimum(more, policy.bySegment(), Map.of()))
            .withGuardrails(one.guardrails().withBudget(problem.budget()));
    Decisions expected = Evaluator.decide(problem.portfolio(), one);

    assertThat(Evaluator.decide(problem.portfolio(), two).tier()).isEqualTo(expected.tier());
    Scenario optimum =
        one.withPolicy(new Policy.ProfitOptimum())
            .withGuardrails(one.guardrails().withBudget(problem.budget()));
    Scenario plain = one.withPolicy(new Policy.BudgetOptimum(problem.budget()));
    Decisions held = Evaluator.decide(problem.portfolio(), optimum);
    assertThat(held.tier()).isEqualTo(Evaluator.decide(problem.portfolio(), plain).tier());
    assertThat(held.certificate()).isNotNull();
  }

  @Property(tries = 60)
  void liftingALimitOnCustomersOrTheBudgetIsPriced(
      @ForAll long seed, @ForAll @IntRange(max = 40) int size) {
    LimitedBudget problem = LimitedBudget.random(seed, size, Kind.SEGMENT, true);
    Scenario scenario = problem.scenario();
    Outcome outcome = Evaluator.evaluate(problem.portfolio(), scenario, () -> false);
    double now = outcome.all().incrementalProfit();
    Guardrails unlimited = scenario.guardrails().withPerCustomer(null);
    Scenario many = scenario.withGuardrails(unlimited);
    Scenario rich = scenario.withPolicy(new Policy.BudgetOptimum(1e12));

    check(outcome, BoundBy.PER_CUSTOMER, profit(problem, many) - now);
    check(outcome, BoundBy.BUDGET, profit(problem, rich) - now);
  }

  @Test
  void noProductPerCustomerGivesNoDiscounts() {
    Scenario scenario = scenario(Map.of(), Map.of(), 0);
    Portfolio portfolio = BudgetFrontierTest.alike(8);
    BudgetFrontier frontier = BudgetFrontier.of(portfolio, scenario, () -> false);

    assertThat(frontier.tiers(1e9)).containsOnly((byte) 0);
    assertThat(frontier.usefulBudget()).isZero();
    assertThat(Evaluator.decide(portfolio, scenario).boundBy())
        .containsOnly(BoundBy.PER_CUSTOMER.index());
  }

  @Test
  void groupsThatAreNotThereAreRefusedByName() {
    Portfolio portfolio = LimitedBudget.random(1, 9, Kind.NONE, false).portfolio();

    assertRefused(portfolio, scenario(Map.of("tin", 1.0), Map.of(), null), "gold, silver, bronze");
    assertRefused(portfolio, scenario(Map.of(), Map.of("tin", 1.0), null), "shoes, shirts");
    assertRefused(
        BudgetFrontierTest.alike(3),
        scenario(Map.of(), Map.of("tin", 1.0), null),
        "no product has a category");
  }

  @Test
  void categoriesAndALimitPerCustomerAreRefusedTogether() {
    Portfolio portfolio = LimitedBudget.random(1, 9, Kind.NONE, false).portfolio();

    assertRefused(
        portfolio, scenario(Map.of(), Map.of("shoes", 1.0), 2), "do not go together with a limit");
  }

  private static Scenario scenario(
      Map<String, Double> bySegment, Map<String, Double> byCategory, Integer perCustomer) {
    return new Scenario(
        "s",
        new Policy.BudgetOptimum(1e9, bySegment, byCategory),
        TierLadder.of(0, 0.1, 0.2),
        Snap.DOWN,
        Guardrails.NONE.withPerCustomer(perCustomer));
  }

  private static void assertRefused(Portfolio portfolio, Scenario scenario, String sentence) {
    assertThatThrownBy(() -> BudgetFrontier.of(portfolio, scenario, () -> false))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(sentence);
    assertThatThrownBy(() -> Evaluator.decide(portfolio, scenario))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(sentence);
  }

  private static double profit(LimitedBudget problem, Scenario scenario) {
    return Evaluator.evaluate(problem.portfolio(), scenario, () -> false).all().incrementalProfit();
  }

  private static void check(Outcome outcome, BoundBy guardrail, double price) {
    GuardrailEffect effect = outcome.guardrails().get(guardrail.index() - 1);
    double scale = 1e-9 * Math.max(1, outcome.all().revenue());
    assertThat(effect.profitCost()).isCloseTo(Math.max(0, price), within(scale));
  }
}
