package org.tiersmith.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Every figure against a recomputation in 60 digits, row by row. */
@Domain(Portfolios.class)
@Domain(DomainContext.Global.class)
class EvaluatorPropertyTest {
  private static final double TOLERANCE = 1e-9;

  @Property(tries = 300)
  void rulesDecideByTheirDefinition(@ForAll Portfolio portfolio, @ForAll Scenario scenario) {
    Decisions decisions = Evaluator.decide(portfolio, scenario);

    for (int i = 0; i < portfolio.size(); i++) {
      int asked = Exact.asked(portfolio, scenario, i);
      int granted = Exact.highestAllowed(portfolio, scenario, i, asked);
      assertThat(decisions.asked()[i]).as("asked by %d", i).isEqualTo((byte) asked);
      assertThat(decisions.tier()[i]).as("granted to %d", i).isEqualTo((byte) granted);
      assertThat(BoundBy.of(decisions.boundBy()[i]) == BoundBy.NONE).isEqualTo(asked == granted);
    }
  }

  @Property(tries = 100)
  void figuresEqualTheExactOnes(@ForAll Portfolio portfolio, @ForAll Scenario scenario) {
    Decisions decisions = Evaluator.decide(portfolio, scenario);
    Outcome outcome = Evaluator.evaluate(portfolio, scenario, decisions, () -> false);

    check(portfolio, decisions, outcome.all(), i -> true);
    checkBaseline(portfolio, outcome.baseline(), i -> true);
    for (int s = 0; s < Portfolios.SEGMENTS.size(); s++) {
      int segment = s;
      IntPredicate within = i -> portfolio.segment()[i] == segment;
      check(portfolio, decisions, outcome.bySegment().get(s), within);
      checkBaseline(portfolio, outcome.baselineBySegment().get(s), within);
    }
  }

  @Property(tries = 200)
  void tierMixAndBoundRowsAreCounts(@ForAll Portfolio portfolio, @ForAll Scenario scenario) {
    Decisions decisions = Evaluator.decide(portfolio, scenario);
    Outcome outcome = Evaluator.evaluate(portfolio, scenario, decisions, () -> false);

    for (int s = 0; s < Portfolios.SEGMENTS.size(); s++) {
      for (int t = 0; t < scenario.tiers().size(); t++) {
        int segment = s;
        int tier = t;
        assertThat(outcome.tierMix()[s][t])
            .isEqualTo(
                rows(portfolio)
                    .filter(i -> portfolio.segment()[i] == segment)
                    .filter(i -> decisions.tier()[i] == tier)
                    .count());
      }
    }
    for (GuardrailEffect effect : outcome.guardrails()) {
      assertThat(effect.rows())
          .isEqualTo(
              rows(portfolio)
                  .filter(i -> BoundBy.of(decisions.boundBy()[i]) == effect.guardrail())
                  .count());
    }
  }

  @Property(tries = 100)
  void explanationsAgreeWithTheFigures(@ForAll Portfolio portfolio, @ForAll Scenario scenario) {
    Decisions decisions = Evaluator.decide(portfolio, scenario);
    for (int i = 0; i < portfolio.size(); i++) {
      Explanation explained = Evaluator.explain(portfolio, scenario, decisions, i);

      assertThat(explained.rawRate()).isEqualTo(Exact.raw(portfolio, scenario.policy(), i));
      assertThat(explained.rate()).isEqualTo(decisions.rate(i));
      assertThat(explained.askedRate()).isGreaterThanOrEqualTo(explained.rate());
      close(explained.probability(), Exact.probability(portfolio, i, explained.rate()), 0);
      close(explained.waste(), Exact.waste(portfolio, i, explained.rate()), 0);
      close(
          Exact.probability(portfolio, i, explained.rate()).doubleValue(), explained.probability());
      assertThat(explained.reason().english()).isNotBlank().endsWith(".");
    }
  }

  private static void check(
      Portfolio portfolio, Decisions decisions, Figures figures, IntPredicate within) {
    int[] rows = rows(portfolio).filter(within).toArray();
    IntFunction<Double> rate = decisions::rate;
    BigDecimal units = sum(rows, i -> Exact.probability(portfolio, i, rate.apply(i)));
    BigDecimal baseUnits = sum(rows, i -> Exact.probability(portfolio, i, 0));
    BigDecimal revenue = sum(rows, i -> Exact.revenue(portfolio, i, rate.apply(i)));
    BigDecimal baseRevenue = sum(rows, i -> Exact.revenue(portfolio, i, 0));
    BigDecimal spent = sum(rows, i -> Exact.discountCost(portfolio, i, rate.apply(i)));
    BigDecimal waste = sum(rows, i -> Exact.waste(portfolio, i, rate.apply(i)));

    assertThat(figures.pairs()).isEqualTo(rows.length);
    close(figures.units(), units, 0);
    close(figures.incrementalUnits(), units.subtract(baseUnits), 0);
    close(figures.revenue(), revenue, 0);
    close(figures.incrementalRevenue(), revenue.subtract(baseRevenue), revenue.doubleValue());
    close(figures.discountCost(), spent, 0);
    close(figures.waste(), waste, 0);
    close(figures.wasteShare(), waste.doubleValue() / spent.doubleValue());
    checkProfit(portfolio, decisions, figures, rows, spent.doubleValue());
    checkReach(portfolio, decisions, figures, rows);
  }

  private static void checkProfit(
      Portfolio portfolio, Decisions decisions, Figures figures, int[] rows, double spent) {
    boolean known = IntStream.of(rows).noneMatch(i -> Double.isNaN(portfolio.unitCost()[i]));
    assertThat(figures.hasProfit()).isEqualTo(known);
    if (!known) {
      assertThat(figures.profit()).isNaN();
      assertThat(figures.incrementalProfit()).isNaN();
      assertThat(figures.returnOnDiscount()).isNaN();
      return;
    }
    BigDecimal profit = sum(rows, i -> Exact.profit(portfolio, i, decisions.rate(i)));
    BigDecimal more = profit.subtract(sum(rows, i -> Exact.profit(portfolio, i, 0)));
    double scale =
        IntStream.of(rows).mapToDouble(i -> magnitude(portfolio, i, decisions.rate(i))).sum();
    close(figures.profit(), profit, scale);
    close(figures.incrementalProfit(), more, scale);
    close(figures.returnOnDiscount(), (more.doubleValue() + spent) / spent, scale / spent);
  }

  /** Size of a pair's summands, of both signs: what a sum's error is relative to. */
  private static double magnitude(Portfolio portfolio, int i, double rate) {
    BigDecimal cost = BigDecimal.valueOf(portfolio.unitCost()[i]);
    return Exact.revenue(portfolio, i, 0).doubleValue()
        + Exact.revenue(portfolio, i, rate).doubleValue()
        + Exact.probability(portfolio, i, rate).multiply(cost).doubleValue();
  }

  private static void checkReach(
      Portfolio portfolio, Decisions decisions, Figures figures, int[] rows) {
    Set<Integer> reached = new HashSet<>();
    double rates = 0;
    long discounted = 0;
    for (int i : rows) {
      rates += decisions.rate(i);
      if (decisions.rate(i) > 0) {
        discounted++;
        reached.add(portfolio.customer()[i]);
      }
    }
    assertThat(figures.discounted()).isEqualTo(discounted);
    assertThat(figures.customersReached()).isEqualTo(reached.size());
    close(figures.coverage(), (double) discounted / rows.length);
    close(figures.meanRate(), rates / rows.length);
  }

  private static void checkBaseline(Portfolio portfolio, Figures baseline, IntPredicate within) {
    int[] rows = rows(portfolio).filter(within).toArray();
    close(baseline.units(), sum(rows, i -> Exact.probability(portfolio, i, 0)), 0);
    close(baseline.revenue(), sum(rows, i -> Exact.revenue(portfolio, i, 0)), 0);
    assertThat(baseline.discountCost()).isZero();
    assertThat(baseline.waste()).isZero();
    if (baseline.hasProfit()) {
      double scale = IntStream.of(rows).mapToDouble(i -> magnitude(portfolio, i, 0)).sum();
      close(baseline.profit(), sum(rows, i -> Exact.profit(portfolio, i, 0)), scale);
    } else {
      assertThat(baseline.profit()).isNaN();
    }
  }

  private static IntStream rows(Portfolio portfolio) {
    return IntStream.range(0, portfolio.size());
  }

  private static BigDecimal sum(int[] rows, IntFunction<BigDecimal> of) {
    return IntStream.of(rows).mapToObj(of).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static void close(double actual, BigDecimal expected, double scale) {
    close(actual, expected.doubleValue(), scale);
  }

  private static void close(double actual, double expected) {
    close(actual, expected, 0);
  }

  private static void close(double actual, double expected, double scale) {
    if (Double.isNaN(expected)) {
      assertThat(actual).isNaN();
    } else {
      double size = Math.max(Math.abs(expected), scale);
      assertThat(actual).isCloseTo(expected, within(TOLERANCE * size));
    }
  }
}
