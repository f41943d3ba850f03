package org.tiersmith.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.TierLadder;

@Domain(Portfolios.class)
@Domain(DomainContext.Global.class)
class BudgetTest {
  private static final TierLadder TIERS = TierLadder.of(0, 0.1, 0.2, 0.35);

  @Property(tries = 200)
  void liesBetweenBruteForceAndTheBound(
      @ForAll @LongRange(min = 0) long seed,
      @ForAll @IntRange(max = 6) int size,
      @ForAll @Scale(9) @DoubleRange(max = 1.2) double share) {
    Portfolio portfolio = Portfolios.random(seed, size, true);
    double budget = share * spentByProfitOptimum(portfolio);
    BudgetCertificate certificate = solve(portfolio, budget);
    Choices choices = Choices.of(portfolio, scenario(budget));
    double best = choices.best(budget);
    double slack = 1e-9 * certificate.bound();

    assertThat(certificate.profit()).isLessThanOrEqualTo(best + slack);
    assertThat(certificate.bound()).isGreaterThanOrEqualTo(best - slack);
    // The rounded relaxation loses at most one step; no step earns more than a pair's best tier.
    assertThat(certificate.profit())
        .isGreaterThanOrEqualTo(certificate.bound() - choices.mostOfOnePair() - slack);
  }

  @Property(tries = 60)
  void neverOverspendsAndProvesItsGap(
      @ForAll @LongRange(min = 0) long seed,
      @ForAll @Scale(9) @DoubleRange(max = 1.5) double share) {
    Portfolio portfolio = Portfolios.random(seed, 40, true);
    double budget = share * spentByProfitOptimum(portfolio);
    Scenario scenario = scenario(budget);
    Outcome outcome = Evaluator.evaluate(portfolio, scenario, () -> false);
    BudgetCertificate certificate = Objects.requireNonNull(outcome.certificate());

    assertThat(outcome.all().discountCost()).isLessThanOrEqualTo(budget * (1 + 1e-12));
    close(certificate.spent(), outcome.all().discountCost());
    close(certificate.profit(), outcome.all().incrementalProfit());
    assertThat(certificate.gap()).isBetween(0.0, 1.0);
    double shadowPrice = certificate.shadowPrice();
    Choices choices = Choices.of(portfolio, scenario);
    double scale = 1e-9 * (certificate.bound() + choices.mostOfOnePair());
    assertThat(choices.dual(shadowPrice, budget)).isCloseTo(certificate.bound(), within(scale));
    // The shadow price minimises the dual, up to its rounding to single precision.
    double least = certificate.bound() * (1 - 1e-6) - scale;
    assertThat(choices.dual(shadowPrice * 0.9, budget)).isGreaterThanOrEqualTo(least);
    assertThat(choices.dual(shadowPrice * 1.1, budget)).isGreaterThanOrEqualTo(least);
  }

  @Property(tries = 100)
  void enoughMoneyBuysTheProfitOptimum(@ForAll @LongRange(min = 0) long seed) {
    Portfolio portfolio = Portfolios.random(seed, 40, true);
    Decisions rich = Evaluator.decide(portfolio, scenario(1e12));
    Decisions free = Evaluator.decide(portfolio, profitOptimum());
    BudgetCertificate certificate = Objects.requireNonNull(rich.certificate());

    assertThat(rich.tier()).isEqualTo(free.tier());
    assertThat(rich.boundBy()).isEqualTo(free.boundBy());
    assertThat(certificate.shadowPrice()).isZero();
    assertThat(certificate.gap()).isCloseTo(0, within(1e-12));
  }

  @Property(tries = 100)
  void moreMoneyRaisesTheBoundAndLowersThePrice(
      @ForAll @LongRange(min = 0) long seed,
      @ForAll @Scale(9) @DoubleRange(max = 0.5) double share,
      @ForAll @Scale(9) @DoubleRange(max = 0.5) double more) {
    Portfolio portfolio = Portfolios.random(seed, 40, true);
    double all = spentByProfitOptimum(portfolio);
    BudgetCertificate little = solve(portfolio, share * all);
    BudgetCertificate much = solve(portfolio, (share + more) * all);

    assertThat(much.bound()).isGreaterThanOrEqualTo(little.bound() * (1 - 1e-9));
    assertThat(much.shadowPrice()).isLessThanOrEqualTo(little.shadowPrice() * (1 + 1e-6));
  }

  @Test
  void nothingToSpendGivesNothing() {
    Portfolio portfolio = Portfolios.random(5, 50, true);
    Outcome outcome = Evaluator.evaluate(portfolio, scenario(0), () -> false);

    assertThat(outcome.all().discounted()).isZero();
    assertThat(outcome.guardrails().getLast().guardrail()).isEqualTo(BoundBy.BUDGET);
    assertThat(outcome.guardrails().getLast().rows()).isPositive();
    close(
        outcome.guardrails().getLast().profitCost(),
        Evaluator.evaluate(portfolio, profitOptimum(), () -> false).all().incrementalProfit());
  }

  @Test
  void isNearlyExactOverManyPairs() {
    Portfolio portfolio = Portfolios.random(11, 100_000, true);
    BudgetCertificate certificate = solve(portfolio, spentByProfitOptimum(portfolio) / 3);

    assertThat(certificate.gap()).isLessThan(1e-6);
    assertThat(certificate.shadowPrice()).isPositive();
  }

  private static Scenario scenario(double budget) {
    return new Scenario(
        "b", new Policy.BudgetOptimum(budget), TIERS, Snap.DOWN, new Guardrails(0.05, 0.4));
  }

  private static Scenario profitOptimum() {
    return PolicyLawsTest.with(scenario(0), new Policy.ProfitOptimum());
  }

  private static BudgetCertificate solve(Portfolio portfolio, double budget) {
    return Objects.requireNonNull(Evaluator.decide(portfolio, scenario(budget)).certificate());
  }

  private static double spentByProfitOptimum(Portfolio portfolio) {
    return Evaluator.evaluate(portfolio, profitOptimum(), () -> false).all().discountCost();
  }

  private static void close(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
  }
}
