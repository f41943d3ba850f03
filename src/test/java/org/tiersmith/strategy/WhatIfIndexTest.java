package org.tiersmith.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.TierLadder;

/** The index against visiting every row. */
class WhatIfIndexTest {
  private static final double RELATIVE = 1e-9;

  /** Sums of both signs may cancel; what counts then is the size of what was summed. */
  private static final double OF_SUMMANDS = 1e-13;

  private static final List<ToDoubleFunction<Figures>> FIGURES =
      List.of(
          Figures::units,
          Figures::revenue,
          Figures::profit,
          Figures::discountCost,
          Figures::incrementalUnits,
          Figures::incrementalRevenue,
          Figures::incrementalProfit,
          Figures::waste,
          Figures::wasteShare,
          Figures::returnOnDiscount,
          Figures::coverage,
          Figures::meanRate);

  @Property(tries = 400)
  void answersAsVisitingEveryRowDoes(
      @ForAll long seed, @ForAll @IntRange(max = 900) int size, @ForAll boolean known) {
    RichCases cases = new RichCases(seed);
    Portfolio portfolio = cases.portfolio(size, known);
    Scenario scenario = cases.scenario(cases.rule());
    assertSame(portfolio, scenario, WhatIfIndex.of(portfolio, scenario, () -> false));
  }

  @Property(tries = 150)
  void staysExactThroughAnySeriesOfChanges(@ForAll long seed, @ForAll boolean known) {
    RichCases cases = new RichCases(seed);
    Portfolio portfolio = cases.portfolio(500, known);
    Scenario scenario = cases.scenario(cases.rule());
    WhatIfIndex index = WhatIfIndex.of(portfolio, scenario, () -> false);
    for (int change = 0; change < 12; change++) {
      scenario = changed(cases, scenario);
      index = index.refreshed(scenario, () -> false);
      assertSame(portfolio, scenario, index);
    }
  }

  private static Scenario changed(RichCases cases, Scenario scenario) {
    return switch (cases.below(8)) {
      case 0, 1 -> scenario.withPolicy(cases.rule());
      case 2 -> cases.scenario(scenario.policy());
      case 3 -> scenario.withGuardrails(cases.guardrails());
      case 4 -> scenario.withGuardrails(scenario.guardrails().withMinRate(cases.below(30) / 100.0));
      default -> scenario.withTiers(nudged(cases, scenario.tiers()));
    };
  }

  /** Another rate at one tier, anywhere between its neighbours. */
  private static TierLadder nudged(RichCases cases, TierLadder tiers) {
    double[] rates = tiers.toArray();
    if (rates.length > 1) {
      int tier = 1 + cases.below(rates.length - 1);
      double above = tier + 1 < rates.length ? rates[tier + 1] : 0.99;
      double share = (1 + cases.below(98)) / 100.0;
      rates[tier] = rates[tier - 1] + share * (above - rates[tier - 1]);
    }
    return TierLadder.of(rates);
  }

  @Test
  void manyChunksOfBlocksAnswerAsVisitingEveryRow() {
    RichCases cases = new RichCases(7);
    Portfolio portfolio = cases.portfolio(3 * 1024 * SortedRows.BLOCK + 41, true);
    for (int change = 0; change < 6; change++) {
      Scenario scenario = cases.scenario(cases.rule());
      assertSame(portfolio, scenario, WhatIfIndex.of(portfolio, scenario, () -> false));
    }
  }

  @Test
  void rowsOfEqualKeysStayTogether() {
    int n = 1000;
    double[] ones = IntStream.range(0, n).mapToDouble(i -> 1).toArray();
    double[] p0 = IntStream.range(0, n).mapToDouble(i -> 0.25).toArray();
    Portfolio portfolio =
        new Portfolio(List.of("a"), new int[n], new int[n], ones, new double[n], p0, ones);
    double at = -Math.log1p(-0.25);
    Scenario scenario =
        ScenarioDefaults.of("s", new Policy.Classic(Alpha.of(0.1 / at)))
            .withTiers(TierLadder.of(0, 0.1));
    assertSame(portfolio, scenario, WhatIfIndex.of(portfolio, scenario, () -> false));
  }

  @Test
  void asManySegmentsAsCustomersAreAnsweredToo() {
    int n = 60_000;
    int[] own = IntStream.range(0, n).toArray();
    RichCases cases = new RichCases(11);
    Portfolio plain = cases.portfolio(n, true);
    Portfolio portfolio =
        new Portfolio(
            IntStream.range(0, n).mapToObj(i -> "s" + i).toList(),
            own,
            own,
            plain.listPrice(),
            plain.unitCost(),
            plain.p0(),
            plain.k());
    Scenario scenario = ScenarioDefaults.of("s", new Policy.Classic(Alpha.of(0.4)));
    Outcome expected = Evaluator.evaluate(portfolio, scenario, () -> false);
    Outcome actual =
        WhatIfIndex.of(portfolio, scenario, () -> false).outcome(scenario).orElseThrow();

    assertSame(actual.all(), expected.all());
    assertThat(actual.tierMix()).isDeepEqualTo(expected.tierMix());
  }

  @Test
  void leavesABudgetThatBindsToTheEvaluator() {
    Portfolio portfolio = Portfolios.random(5, 200, true);
    Scenario scenario = ScenarioDefaults.of("s", new Policy.Fixed(0.1));
    Scenario poor = scenario.withGuardrails(Guardrails.NONE.withBudget(1.0));
    Scenario rich = scenario.withGuardrails(Guardrails.NONE.withBudget(1e9));

    assertThat(WhatIfIndex.of(portfolio, poor, () -> false).outcome(poor)).isEmpty();
    assertThat(WhatIfIndex.of(portfolio, rich, () -> false).outcome(rich)).isPresent();
  }

  @Test
  void sharesAllThatDidNotChange() {
    Portfolio portfolio = Portfolios.random(5, 200, true);
    Scenario scenario = ScenarioDefaults.of("s", new Policy.Classic(Alpha.of(0.1)));
    WhatIfIndex index = WhatIfIndex.of(portfolio, scenario, () -> false);

    assertThat(index.refreshed(scenario.withPolicy(new Policy.Fixed(0.2)), () -> false))
        .isSameAs(index);
    assertThat(index.refreshed(scenario.withSnap(Snap.UP), () -> false)).isSameAs(index);
    Scenario other = scenario.withTiers(TierLadder.of(0, 0.5));
    assertThatThrownBy(() -> index.outcome(other)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 60)
  void servesEveryRuleWhateverSegmentsItNames(@ForAll long seed) {
    RichCases cases = new RichCases(seed);
    assertThat(WhatIfIndex.serves(cases.scenario(cases.rule()))).isTrue();
    assertThat(WhatIfIndex.serves(cases.scenario(new Policy.ProfitOptimum()))).isFalse();
  }

  @Test
  void stopsWhenNobodyWaitsForIt() {
    Portfolio portfolio = Portfolios.random(5, 200, true);
    Scenario scenario = ScenarioDefaults.of("s", new Policy.Fixed(0.1));
    assertThatThrownBy(() -> WhatIfIndex.of(portfolio, scenario, () -> true))
        .isInstanceOf(CancellationException.class);
  }

  private static void assertSame(Portfolio portfolio, Scenario scenario, WhatIfIndex index) {
    Outcome expected = Evaluator.evaluate(portfolio, scenario, () -> false);
    Outcome actual = index.outcome(scenario).orElseThrow();
    assertSame(actual.all(), expected.all());
    assertSame(actual.baseline(), expected.baseline());
    assertThat(actual.tierMix()).isDeepEqualTo(expected.tierMix());
    for (int s = 0; s < expected.bySegment().size(); s++) {
      assertSame(actual.bySegment().get(s), expected.bySegment().get(s));
      assertSame(actual.baselineBySegment().get(s), expected.baselineBySegment().get(s));
    }
    for (int g = 0; g < expected.guardrails().size(); g++) {
      GuardrailEffect mine = actual.guardrails().get(g);
      GuardrailEffect theirs = expected.guardrails().get(g);
      assertThat(mine.guardrail()).isEqualTo(theirs.guardrail());
      assertThat(mine.rows()).as("%s", mine.guardrail()).isEqualTo(theirs.rows());
      assertClose(mine.profitCost(), theirs.profitCost(), expected.all().revenue());
    }
  }

  private static void assertSame(Figures actual, Figures expected) {
    assertThat(actual.pairs()).isEqualTo(expected.pairs());
    assertThat(actual.costKnown()).isEqualTo(expected.costKnown());
    assertThat(actual.discounted()).isEqualTo(expected.discounted());
    assertThat(actual.customersReached()).isEqualTo(expected.customersReached());
    double summands = expected.revenue() + expected.discountCost();
    for (ToDoubleFunction<Figures> figure : FIGURES) {
      assertClose(figure.applyAsDouble(actual), figure.applyAsDouble(expected), summands);
    }
  }

  private static void assertClose(double actual, double expected, double summands) {
    if (Double.isNaN(expected)) {
      assertThat(actual).isNaN();
    } else {
      double most = Math.max(RELATIVE * Math.abs(expected), OF_SUMMANDS * summands);
      assertThat(actual).isBetween(expected - most, expected + most);
    }
  }
}
