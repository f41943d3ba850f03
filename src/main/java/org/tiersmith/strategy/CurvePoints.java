package org.tiersmith.strategy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tiersmith.response.AdditiveHazard;

/**
 * Discount rate by purchase probability, for a chart.
 *
 * @param probability rising, in (0, 1)
 * @param rate as many; NaN where there is nothing to show
 */
public record CurvePoints(double[] probability, double[] rate) {

  /**
   * The tier that a rule asks for at each probability, before guardrails: a step curve on an even
   * grid.
   *
   * @param segments all segment names
   * @param segment whose alpha to use, an index into {@code segments}
   * @param points how many, at least 1
   * @return empty when the policy chooses among tiers itself, so that probability alone does not
   *     settle the rate
   */
  public static Optional<CurvePoints> ofRule(
      Scenario scenario, List<String> segments, int segment, int points) {
    double[] rates = scenario.tiers().toArray();
    double[] boundaries = scenario.thresholds();
    double[] grid = grid(points);
    return Rule.of(scenario.policy(), segments)
        .filter(rule -> rule.key() == Rule.Key.HAZARD)
        .map(
            rule ->
                new CurvePoints(
                    grid,
                    Arrays.stream(grid)
                        .map(p -> rule.raw(segment, AdditiveHazard.hazard(p)))
                        .map(raw -> rates[Snap.tier(raw, boundaries)])
                        .toArray()));
  }

  /**
   * The mean rate granted to the pairs near each probability, after guardrails; for any policy.
   *
   * @param points how many equal bins of probability, at least 1; a bin without pairs is NaN
   */
  public static CurvePoints granted(Portfolio portfolio, Decisions decisions, int points) {
    double[] sum = new double[points];
    long[] count = new long[points];
    double[] rates = decisions.tiers().toArray();
    for (int i = 0; i < portfolio.size(); i++) {
      int bin = Math.min(points - 1, (int) (portfolio.p0()[i] * points));
      sum[bin] += rates[decisions.tier()[i]];
      count[bin]++;
    }
    Arrays.setAll(sum, b -> sum[b] / count[b]);
    return new CurvePoints(grid(points), sum);
  }

  private static double[] grid(int points) {
    double[] grid = new double[points];
    Arrays.setAll(grid, i -> (i + 0.5) / points);
    return grid;
  }
}
