package org.tiersmith.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiersmith.model.Problem;
import org.tiersmith.model.TierLadder;

@Domain(Portfolios.class)
@Domain(DomainContext.Global.class)
class BudgetFrontierTest {
  private static final TierLadder TIERS = TierLadder.of(0, 0.05, 0.1, 0.2, 0.35);
  private static final Scenario SCENARIO =
      new Scenario("b", new Policy.BudgetOptimum(0), TIERS, Snap.DOWN, new Guardrails(0.05, 0.4));

  @Property(tries = 60)
  void figuresEqualThoseOfTheEvaluator(
      @ForAll Portfolio any,
      @ForAll Scenario drawn,
      @ForAll @Scale(9) @DoubleRange(max = 1.2) double share) {
    Portfolio portfolio =
        any.size() > 0 && !any.anyCostKnown() ? PolicyLawsTest.withCosts(any) : any;
    BudgetFrontier frontier = frontier(portfolio, drawn);
    double budget = share * frontier.usefulBudget();
    Scenario scenario = drawn.withPolicy(new Policy.BudgetOptimum(budget));
    Outcome exact = Evaluator.evaluate(portfolio, scenario, () -> false);
    Outcome quick = frontier.outcome(budget);

    assertThat(frontier.tiers(budget)).isEqualTo(Evaluator.decide(portfolio, scenario).tier());
    assertThat(quick.certificate()).isEqualTo(exact.certificate());
    assertThat(quick.tierMix()).isDeepEqualTo(exact.tierMix());
    same(quick.all(), exact.all());
    same(quick.baseline(), exact.baseline());
    for (int s = 0; s < portfolio.segmentNames().size(); s++) {
      same(quick.bySegment().get(s), exact.bySegment().get(s));
      same(quick.baselineBySegment().get(s), exact.baselineBySegment().get(s));
    }
  }

  @Test
  void figuresStayRightOverManyBlocks() {
    Portfolio portfolio = Portfolios.random(3, 30_000, true);
    BudgetFrontier frontier = frontier(portfolio, SCENARIO);
    for (double share : new double[] {0.01, 0.4, 0.97, 1}) {
      double budget = share * frontier.usefulBudget();
      same(
          frontier.outcome(budget).all(),
          Evaluator.evaluate(
                  portfolio, SCENARIO.withPolicy(new Policy.BudgetOptimum(budget)), () -> false)
              .all());
    }
  }

  @Property(tries = 60)
  void anInfiniteBudgetIsTheProfitOptimum(@ForAll Portfolio any, @ForAll Scenario drawn) {
    Portfolio portfolio = PolicyLawsTest.withCosts(any);
    BudgetFrontier frontier = frontier(portfolio, drawn);
    Scenario free = drawn.withPolicy(new Policy.ProfitOptimum());

    assertThat(frontier.tiers(Double.POSITIVE_INFINITY))
        .isEqualTo(Evaluator.decide(portfolio, free).tier());
    same(
        frontier.outcome(Double.POSITIVE_INFINITY).all(),
        Evaluator.evaluate(portfolio, free, () -> false).all());
    assertThat(frontier.outcome(Double.POSITIVE_INFINITY).certificate()).isNull();
  }

  @Property(tries = 60)
  void moreMoneyEarnsMoreAndNeverIsOverspent(@ForAll Portfolio any, @ForAll Scenario drawn) {
    Portfolio portfolio = PolicyLawsTest.withCosts(any);
    BudgetFrontier frontier = frontier(portfolio, drawn);
    double scale = 1e-9 * Math.max(1, frontier.profitAtCost(Double.POSITIVE_INFINITY));
    BudgetCertificate before = frontier.at(0);
    for (int step = 0; step <= 20; step++) {
      double budget = frontier.usefulBudget() * step / 20;
      BudgetCertificate now = frontier.at(budget);

      assertThat(now.spent()).isLessThanOrEqualTo(budget * (1 + 1e-12));
      assertThat(now.profit()).isGreaterThanOrEqualTo(before.profit() - scale);
      assertThat(now.bound()).isGreaterThanOrEqualTo(before.bound() - scale);
      assertThat(now.shadowPrice()).isLessThanOrEqualTo(before.shadowPrice() * (1 + 1e-6));
      assertThat(now.bound()).isCloseTo(frontier.profitAtCost(budget), within(scale));
      assertThat(now.profit()).isLessThanOrEqualTo(now.bound() + scale);
      before = now;
    }
  }

  @Property(tries = 60)
  void theCurveIsConcaveAndRunsThroughPlans(
      @ForAll Portfolio any,
      @ForAll Scenario drawn,
      @ForAll @IntRange(min = 2, max = 40) int most) {
    Portfolio portfolio = PolicyLawsTest.withCosts(any);
    BudgetFrontier frontier = frontier(portfolio, drawn);
    FrontierCurve curve = frontier.curve(most);
    double scale = 1e-9 * Math.max(1, frontier.profitAtCost(Double.POSITIVE_INFINITY));

    assertThat(curve.size()).isBetween(1, most);
    assertThat(curve.cost()[0]).isZero();
    assertThat(curve.end()).isEqualTo(frontier.usefulBudget());
    double slope = Double.POSITIVE_INFINITY;
    for (int i = 0; i < curve.size(); i++) {
      BudgetCertificate plan = frontier.at(curve.cost()[i]);
      assertThat(plan.profit()).isCloseTo(curve.profit()[i], within(scale));
      if (i > 0) {
        double width = curve.cost()[i] - curve.cost()[i - 1];
        double next = (curve.profit()[i] - curve.profit()[i - 1]) / width;
        assertThat(next * width).isLessThanOrEqualTo(slope * width * (1 + 1e-6) + scale);
        slope = next;
      }
    }
  }

  @Property(tries = 60)
  void earlierPlansArePartOfLaterOnes(@ForAll Portfolio any, @ForAll Scenario drawn) {
    Portfolio portfolio = PolicyLawsTest.withCosts(any);
    BudgetFrontier frontier = frontier(portfolio, drawn);
    FrontierCurve curve = frontier.curve(12);
    byte[] before = new byte[portfolio.size()];
    for (double corner : curve.cost()) {
      byte[] now = frontier.tiers(corner);
      for (int i = 0; i < now.length; i++) {
        assertThat(now[i]).isGreaterThanOrEqualTo(before[i]);
      }
      before = now;
    }
  }

  @Test
  void identicalPairsAreTakenInTheirOrder() {
    BudgetFrontier frontier = frontier(alike(100), SCENARIO.withTiers(TierLadder.of(0, 0.1)));
    double one = frontier.usefulBudget() / 100;
    byte[] tiers = frontier.tiers(40.5 * one);

    assertThat(Arrays.copyOf(tiers, 40)).containsOnly((byte) 1);
    assertThat(Arrays.copyOfRange(tiers, 40, 100)).containsOnly((byte) 0);
    assertThat(frontier.at(40 * one * (1 + 1e-12)).gap()).isLessThan(1e-9);
  }

  @Test
  void nothingThatCostsNothingIsGiven() {
    Portfolio free =
        new Portfolio(
            List.of("all"),
            new int[1],
            new int[1],
            new double[] {0},
            new double[] {0},
            new double[] {0.3},
            new double[] {2});
    BudgetFrontier frontier = frontier(free, SCENARIO);

    assertThat(frontier.usefulBudget()).isZero();
    assertThat(frontier.tiers(100)).containsOnly((byte) 0);
  }

  @Test
  void noPairsHaveAFrontierOfOnePoint() {
    BudgetFrontier frontier = frontier(Portfolios.random(1, 0, true), SCENARIO);

    assertThat(frontier.curve(50).size()).isEqualTo(1);
    assertThat(frontier.at(10)).isEqualTo(new BudgetCertificate(10, 0, 0, 0, 0));
    assertThat(frontier.at(10).gap()).isZero();
    assertThat(frontier.tiers(10)).isEmpty();
    assertThat(frontier.outcome(10).all().pairs()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, -1e-300, Double.NaN, Double.NEGATIVE_INFINITY})
  void aBudgetThatIsNoneIsRefused(double budget) {
    BudgetFrontier frontier = frontier(alike(3), SCENARIO);

    assertThatThrownBy(() -> frontier.at(budget)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> frontier.tiers(budget)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> frontier.outcome(budget)).isInstanceOf(Problem.class);
  }

  @Test
  void pairsOfUnknownCostGetNothingAndNoneKnownIsRefused() {
    Portfolio known = alike(2);
    double[] cost = {Double.NaN, known.unitCost()[1]};
    assertThat(frontier(priced(known, cost), SCENARIO).tiers(1e9)[0]).isZero();
    assertThat(frontier(priced(known, cost), SCENARIO).tiers(1e9)[1]).isPositive();

    Portfolio unknown = priced(known, new double[] {Double.NaN, Double.NaN});
    assertThatThrownBy(() -> frontier(unknown, SCENARIO))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("no product has a known unit cost");
  }

  @Test
  void canBeCancelled() {
    assertThatThrownBy(() -> BudgetFrontier.of(alike(3), SCENARIO, () -> true))
        .isInstanceOf(CancellationException.class);
  }

  static Portfolio alike(int size) {
    double[][] numbers = new double[4][size];
    double[] values = {50, 20, 0.2, 3};
    for (int column = 0; column < values.length; column++) {
      Arrays.fill(numbers[column], values[column]);
    }
    int[] customer = new int[size];
    Arrays.setAll(customer, i -> i / 4);
    return new Portfolio(
        List.of("all"), new int[size], customer, numbers[0], numbers[1], numbers[2], numbers[3]);
  }

  private static Portfolio priced(Portfolio portfolio, double[] cost) {
    return new Portfolio(
        portfolio.segmentNames(),
        portfolio.segment(),
        portfolio.customer(),
        portfolio.listPrice(),
        cost,
        portfolio.p0(),
        portfolio.k());
  }

  private static BudgetFrontier frontier(Portfolio portfolio, Scenario scenario) {
    return BudgetFrontier.of(portfolio, scenario, () -> false);
  }

  static void same(Figures actual, Figures expected) {
    double money = expected.revenue() + expected.discountCost();
    assertThat(actual.pairs()).isEqualTo(expected.pairs());
    assertThat(actual.costKnown()).isEqualTo(expected.costKnown());
    assertThat(actual.discounted()).isEqualTo(expected.discounted());
    assertThat(actual.customersReached()).isEqualTo(expected.customersReached());
    close(actual.units(), expected.units(), expected.units());
    close(actual.revenue(), expected.revenue(), money);
    close(actual.profit(), expected.profit(), money);
    close(actual.discountCost(), expected.discountCost(), expected.discountCost());
    close(actual.incrementalUnits(), expected.incrementalUnits(), expected.units());
    close(actual.incrementalRevenue(), expected.incrementalRevenue(), money);
    close(actual.incrementalProfit(), expected.incrementalProfit(), money);
    close(actual.waste(), expected.waste(), expected.waste());
    close(actual.wasteShare(), expected.wasteShare(), 1);
    close(actual.returnOnDiscount(), expected.returnOnDiscount(), money / expected.discountCost());
    close(actual.coverage(), expected.coverage(), 1);
    close(actual.meanRate(), expected.meanRate(), 1);
  }

  private static void close(double actual, double expected, double scale) {
    if (Double.isNaN(expected)) {
      assertThat(actual).isNaN();
    } else {
      assertThat(actual).isCloseTo(expected, within(1e-9 * Math.abs(scale) + 1e-300));
    }
  }
}
