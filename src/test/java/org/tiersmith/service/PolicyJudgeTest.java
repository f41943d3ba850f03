package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tiersmith.strategy.Alpha;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.Portfolio;

class PolicyJudgeTest {
  private static final int PAIRS = 4_000;
  private static final Portfolio TRUTH = portfolio(0);
  private static final Portfolio GUESS = portfolio(1.5);

  private final PolicyJudge knowing = new PolicyJudge(TRUTH, TRUTH, () -> false);
  private final PolicyJudge guessing = new PolicyJudge(GUESS, TRUTH, () -> false);

  @Test
  void whoDecidesWithTheTruthIsTheOracle() {
    JudgedPolicy budget = knowing.judge("budget", new Policy.BudgetOptimum(300));
    assertThat(budget.cost()).isCloseTo(300, within(5.0));
    assertThat(budget.believed()).isCloseTo(budget.profit(), within(1e-9));
    assertThat(budget.shareOfOracle()).isCloseTo(1, within(1e-3));
    assertThat(budget.regret()).isCloseTo(0, within(0.1));
  }

  @Test
  void wrongValuesEarnLessThanTheyBelieveAndThanTheOracle() {
    JudgedPolicy budget = guessing.judge("budget", new Policy.BudgetOptimum(300));
    assertThat(budget.profit()).isLessThan(budget.believed());
    assertThat(budget.shareOfOracle()).isBetween(0.0, 0.95);
    assertThat(budget.regret()).isCloseTo(budget.oracle() - budget.profit(), within(1e-9));
  }

  @Test
  void aTrueColumnHelps() {
    Policy policy = new Policy.BudgetOptimum(300);
    Portfolio half =
        new Portfolio(
            List.of("all"),
            TRUTH.segment(),
            TRUTH.customer(),
            TRUTH.listPrice(),
            TRUTH.unitCost(),
            TRUTH.p0(),
            GUESS.k());
    assertThat(guessing.judge("half", half, policy).shareOfOracle())
        .isGreaterThan(guessing.judge("none", policy).shareOfOracle());
  }

  @Test
  void aRuleIsSetToCostWhatIsAskedByTheValuesItKnows() {
    double cost = guessing.cost(new Policy.Fixed(0.05));
    JudgedPolicy target =
        guessing.judgeAtCost(
            "target", p -> new Policy.Target(Alpha.of(1), Math.clamp(p, 0.001, 0.999)), 1, cost);
    assertThat(target.cost()).isPositive();
    JudgedPolicy knownTarget =
        knowing.judgeAtCost(
            "target",
            p -> new Policy.Target(Alpha.of(1), Math.clamp(p, 0.001, 0.999)),
            1,
            knowing.cost(new Policy.Fixed(0.05)));
    assertThat(knownTarget.cost())
        .isCloseTo(knowing.cost(new Policy.Fixed(0.05)), within(knownTarget.cost() * 0.02));
  }

  @Test
  void randomTiersCostWhatIsAskedAndAreTheSameForTheSameSeed() {
    double cost = knowing.cost(new Policy.Fixed(0.05));
    JudgedPolicy random = knowing.judgeRandom("random", cost, 3);
    assertThat(random.cost()).isCloseTo(cost, within(cost * 0.15));
    assertThat(random).isEqualTo(knowing.judgeRandom("random", cost, 3));
    assertThat(random.profit()).isNotEqualTo(knowing.judgeRandom("random", cost, 4).profit());
    assertThat(random.profit())
        .isLessThan(knowing.judge("budget", new Policy.BudgetOptimum(cost)).profit());
  }

  @Test
  void nothingSpentIsNothingEarned() {
    JudgedPolicy none = knowing.judge("none", new Policy.Fixed(0));
    assertThat(none.profit()).isZero();
    assertThat(none.oracle()).isZero();
    assertThat(none.shareOfOracle()).isNaN();
    assertThat(none.wasteShare()).isNaN();
  }

  /** Pairs whose p0 and k are off by random factors of a spread. */
  private static Portfolio portfolio(double spread) {
    SplittableRandom random = new SplittableRandom(5);
    SplittableRandom error = new SplittableRandom(6);
    double[][] columns = new double[4][PAIRS];
    for (int i = 0; i < PAIRS; i++) {
      columns[0][i] = 10 + 90 * random.nextDouble();
      columns[1][i] = columns[0][i] * (0.4 + 0.3 * random.nextDouble());
      double logit = -6 + 6 * random.nextDouble() + spread * (error.nextDouble() * 4 - 2);
      columns[2][i] = 1 / (1 + Math.exp(-logit));
      columns[3][i] = 2 * random.nextDouble() * Math.exp(spread * (error.nextDouble() - 0.5));
    }
    int[] customer = new int[PAIRS];
    Arrays.setAll(customer, i -> i);
    return new Portfolio(
        List.of("all"), new int[PAIRS], customer, columns[0], columns[1], columns[2], columns[3]);
  }
}
