package org.tiersmith.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScenarioDefaultsTest {

  @Test
  void everyDefaultShowsSomething() {
    Portfolio portfolio = Portfolios.random(21, 3000, true);
    for (Scenario scenario : ScenarioDefaults.all(portfolio)) {
      Outcome outcome = Evaluator.evaluate(portfolio, scenario, () -> false);
      assertThat(outcome.all().coverage()).as(scenario.name()).isBetween(0.02, 0.98);
    }
  }

  @Test
  void profitPoliciesNeedCosts() {
    Portfolio portfolio = Portfolios.random(21, 30, true);
    Portfolio unknown = withoutCosts(portfolio);

    assertThat(ScenarioDefaults.all(portfolio)).hasSize(5);
    assertThat(ScenarioDefaults.all(unknown)).hasSize(3);
  }

  @Test
  void classicMeansTenPercentOnAverage() {
    Portfolio portfolio = Portfolios.random(22, 1000, true);
    double alpha = ScenarioDefaults.classic(portfolio).alpha().all();
    double mean =
        IntStream.range(0, portfolio.size())
            .mapToDouble(i -> portfolio.hazard(i) * alpha)
            .average()
            .orElseThrow();

    assertThat(mean).isCloseTo(0.1, within(0.005));
  }

  @Test
  void anEmptyPortfolioHasDefaultsToo() {
    assertThat(ScenarioDefaults.all(Portfolios.random(1, 0, true))).hasSize(3);
  }

  @Test
  void pairsThatNothingMovesHaveDefaultsToo() {
    double[] ones = {1, 1};
    Portfolio deaf =
        new Portfolio(
            List.of("a"),
            new int[2],
            new int[2],
            ones,
            ones,
            new double[] {1e-300, 0.5},
            new double[2]);

    assertThat(ScenarioDefaults.target(deaf).alpha().all()).isEqualTo(1000);
    assertThat(ScenarioDefaults.all(deaf)).hasSize(5);
  }

  private static Portfolio withoutCosts(Portfolio portfolio) {
    double[] unknown = new double[portfolio.size()];
    Arrays.fill(unknown, Double.NaN);
    return new Portfolio(
        portfolio.segmentNames(),
        portfolio.segment(),
        portfolio.customer(),
        portfolio.listPrice(),
        unknown,
        portfolio.p0(),
        portfolio.k());
  }
}
