package org.tiersmith.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.Problem;
import org.tiersmith.model.TierLadder;
import org.tiersmith.response.AdditiveHazard;

class EvaluatorTest {
  private static final TierLadder TIERS = TierLadder.of(0, 0.1, 0.2, 0.3);

  /** One pair: P = 100, c = 60, p0 = 0.3, k = 2. */
  private static Portfolio one(double cost) {
    return new Portfolio(
        List.of("all"),
        new int[1],
        new int[1],
        new double[] {100},
        new double[] {cost},
        new double[] {0.3},
        new double[] {2});
  }

  private static Scenario scenario(Policy policy, Guardrails guardrails) {
    return new Scenario("s", policy, TIERS, Snap.NEAREST, guardrails);
  }

  @Test
  void figuresOfOnePairByHand() {
    Outcome outcome =
        Evaluator.evaluate(one(60), scenario(new Policy.Fixed(0.1), Guardrails.NONE), () -> false);
    double p = 1 - 0.7 * Math.exp(-0.2);
    Figures figures = outcome.all();

    assertThat(figures.units()).isCloseTo(p, within(1e-15));
    assertThat(figures.revenue()).isCloseTo(p * 90, within(1e-12));
    assertThat(figures.profit()).isCloseTo(p * 30, within(1e-12));
    assertThat(figures.discountCost()).isCloseTo(p * 10, within(1e-13));
    assertThat(figures.incrementalProfit()).isCloseTo(p * 30 - 12, within(1e-12));
    assertThat(figures.waste()).isCloseTo(3, within(1e-14));
    assertThat(figures.wasteShare()).isCloseTo(0.3 / p, within(1e-14));
    assertThat(figures.returnOnDiscount())
        .isCloseTo((p * 30 - 12 + p * 10) / (p * 10), within(1e-12));
    assertThat(outcome.baseline().profit()).isCloseTo(12, within(1e-13));
    assertThat(figures.coverage()).isEqualTo(1);
    assertThat(figures.meanRate()).isEqualTo(0.1);
  }

  @Test
  void theClassicRuleGivesTheKnownRate() {
    Scenario scenario = scenario(new Policy.Classic(Alpha.of(1)), Guardrails.NONE);
    Decisions decisions = Evaluator.decide(one(0), scenario);
    Explanation explained = Evaluator.explain(one(0), scenario, decisions, 0);

    assertThat(explained.rawRate()).isCloseTo(0.357, within(5e-4));
    assertThat(explained.rate()).isEqualTo(0.3);
    assertThat(explained.reason().english())
        .isEqualTo("Loyalty rebate by purchase probability: 30%.");
  }

  @Test
  void theTargetRuleLiftsAPairToItsTargetWhenAlphaIsOneOverK() {
    Policy target = new Policy.Target(Alpha.of(0.5), 0.42);
    Scenario scenario = scenario(target, Guardrails.NONE);
    Portfolio portfolio = one(0);
    Decisions decisions = Evaluator.decide(portfolio, scenario);
    double raw = Evaluator.explain(portfolio, scenario, decisions, 0).rawRate();

    assertThat(AdditiveHazard.CURVE.probability(portfolio.p0()[0], portfolio.k()[0], raw))
        .isCloseTo(0.42, within(1e-15));
  }

  @Test
  void aPairAboveTheTargetGetsNothingWhicheverWayRatesSnap() {
    for (Snap snap : Snap.values()) {
      Policy target = new Policy.Target(Alpha.of(9), 0.3);
      Scenario scenario = new Scenario("s", target, TIERS, snap, Guardrails.NONE);
      assertThat(Evaluator.decide(one(0), scenario).tier()[0]).isZero();
    }
  }

  @Test
  void eachGuardrailIsNamedWhenItBinds() {
    assertThat(bound(90, new Guardrails(0, 1))).isEqualTo(BoundBy.BELOW_COST);
    assertThat(bound(70, new Guardrails(0.1, 1))).isEqualTo(BoundBy.MARGIN_FLOOR);
    assertThat(bound(50, new Guardrails(0.1, 0.2))).isEqualTo(BoundBy.CAP);
    assertThat(bound(50, new Guardrails(0.1, 0.3))).isEqualTo(BoundBy.NONE);
    assertThat(bound(90, new Guardrails(0.1, 0.1))).isEqualTo(BoundBy.MARGIN_FLOOR);
    assertThat(bound(Double.NaN, new Guardrails(0.9, 0.2))).isEqualTo(BoundBy.CAP);
    assertThat(bound(Double.NaN, new Guardrails(0.9, 1))).isEqualTo(BoundBy.NONE);
  }

  private static BoundBy bound(double cost, Guardrails guardrails) {
    Scenario scenario = scenario(new Policy.Fixed(0.3), guardrails);
    return BoundBy.of(Evaluator.decide(one(cost), scenario).boundBy()[0]);
  }

  @Test
  void unknownCostLeavesProfitUnknownAndTheRestWhole() {
    Figures figures =
        Evaluator.evaluate(
                one(Double.NaN), scenario(new Policy.Fixed(0), Guardrails.NONE), () -> false)
            .all();

    assertThat(figures.costKnown()).isZero();
    assertThat(figures.hasProfit()).isFalse();
    assertThat(figures.profit()).isNaN();
    assertThat(figures.incrementalProfit()).isNaN();
    assertThat(figures.units()).isEqualTo(0.3);
    assertThat(figures.revenue()).isEqualTo(30);
  }

  @Test
  void profitCannotBeWeighedWithoutAnyCost() {
    Scenario profit = scenario(new Policy.ProfitOptimum(), Guardrails.NONE);
    assertThatThrownBy(() -> Evaluator.decide(one(Double.NaN), profit))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("no product has a known unit cost");
  }

  @Test
  void anUnknownSegmentIsRefusedWithTheKnownOnes() {
    Alpha alpha = new Alpha(1, Map.of("platinum", 2.0));
    Scenario scenario = scenario(new Policy.Classic(alpha), Guardrails.NONE);
    Portfolio portfolio = Portfolios.random(1, 10, true);

    assertThatThrownBy(() -> Evaluator.decide(portfolio, scenario))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("\"platinum\"")
        .hasMessageContaining("gold, silver, bronze, nobody");
  }

  @Test
  void noPairsAreWorthNothing() {
    Portfolio none = Portfolios.random(1, 0, true);
    for (Scenario scenario : ScenarioDefaults.all(Portfolios.random(1, 9, true))) {
      Outcome outcome = Evaluator.evaluate(none, scenario, () -> false);
      assertThat(outcome.all().pairs()).isZero();
      assertThat(outcome.all().units()).isZero();
      assertThat(outcome.all().incrementalProfit()).isZero();
      assertThat(outcome.all().coverage()).isNaN();
      assertThat(outcome.bySegment()).hasSize(4);
    }
  }

  @Test
  void manyBlocksAddUpToTheSumsOfTheirRows() {
    Portfolio portfolio = Portfolios.random(3, 5 * Blocks.ROWS + 17, true);
    Scenario scenario = scenario(new Policy.Classic(Alpha.of(0.4)), new Guardrails(0.1, 0.2));
    Decisions decisions = Evaluator.decide(portfolio, scenario);
    Figures all = Evaluator.evaluate(portfolio, scenario, decisions, () -> false).all();

    Economics economics = new Economics(portfolio, scenario);
    close(all.units(), sum(portfolio, i -> economics.probability(i, decisions.tier()[i])));
    close(all.profit(), sum(portfolio, i -> economics.profit(i, decisions.tier()[i])));
    close(all.meanRate() * all.pairs(), sum(portfolio, decisions::rate));
  }

  private static double sum(Portfolio portfolio, IntToDoubleFunction of) {
    return IntStream.range(0, portfolio.size()).mapToDouble(of).sum();
  }

  private static void close(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
  }

  @Test
  void isTheSameEveryTime() {
    Portfolio portfolio = Portfolios.random(4, 3 * Blocks.ROWS, true);
    for (Scenario scenario : ScenarioDefaults.all(portfolio)) {
      Outcome first = Evaluator.evaluate(portfolio, scenario, () -> false);
      Outcome second = Evaluator.evaluate(portfolio, scenario, () -> false);
      assertThat(second.all()).isEqualTo(first.all());
      assertThat(second.bySegment()).isEqualTo(first.bySegment());
      assertThat(second.guardrails()).isEqualTo(first.guardrails());
    }
  }

  @Test
  void stopsWhenCancelled() {
    Portfolio portfolio = Portfolios.random(4, 4 * Blocks.ROWS, true);
    for (Scenario scenario : ScenarioDefaults.all(portfolio)) {
      AtomicInteger asked = new AtomicInteger();
      assertThatThrownBy(
              () -> Evaluator.evaluate(portfolio, scenario, () -> asked.incrementAndGet() > 2))
          .isInstanceOf(CancellationException.class);
    }
  }
}
