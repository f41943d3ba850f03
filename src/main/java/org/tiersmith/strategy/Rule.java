package org.tiersmith.strategy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tiersmith.model.Problem;
import org.tiersmith.response.AdditiveHazard;

/**
 * A policy whose raw rate is a monotone function of one number of the pair within each segment:
 * {@code max(0, constant[segment] + slope[segment] (x - origin))}.
 *
 * @param key which number x is
 * @param constant per segment
 * @param slope per segment
 */
record Rule(Key key, double[] constant, double[] slope, double origin) {

  /** What a rule looks at. */
  enum Key {
    HAZARD,
    SIMILARITY
  }

  /**
   * The rule of a policy; empty when the policy chooses among tiers itself.
   *
   * @throws Problem when the policy names a segment that is not given
   */
  static Optional<Rule> of(Policy policy, List<String> segments) {
    double[] zero = new double[segments.size()];
    return switch (policy) {
      case Policy.Classic p ->
          Optional.of(new Rule(Key.HAZARD, zero, p.alpha().perSegment(segments), 0));
      case Policy.Target p -> Optional.of(target(p, segments, zero));
      case Policy.Similarity p ->
          Optional.of(
              new Rule(Key.SIMILARITY, all(segments, p.base()), all(segments, p.slope()), 0));
      case Policy.Fixed p -> Optional.of(new Rule(Key.HAZARD, all(segments, p.rate()), zero, 0));
      case Policy.SegmentRates p -> {
        double[] rates = SegmentNames.values(p.all(), p.bySegment(), segments);
        yield Optional.of(new Rule(Key.HAZARD, rates, zero, 0));
      }
      case Policy.ProfitOptimum _, Policy.BudgetOptimum _ -> Optional.empty();
    };
  }

  private static Rule target(Policy.Target policy, List<String> segments, double[] zero) {
    double[] slope = policy.alpha().perSegment(segments);
    Arrays.setAll(slope, s -> -slope[s]);
    return new Rule(Key.HAZARD, zero, slope, AdditiveHazard.hazard(policy.target()));
  }

  private static double[] all(List<String> segments, double value) {
    double[] values = new double[segments.size()];
    Arrays.fill(values, value);
    return values;
  }

  /** The number of a pair that the rule looks at. */
  double key(Portfolio portfolio, int pair) {
    return key == Key.HAZARD ? portfolio.hazard(pair) : portfolio.similarity()[pair];
  }

  /** The rate before the tiers, at least 0; may exceed 1. */
  double raw(int segment, double x) {
    return Math.max(0, constant[segment] + slope[segment] * (x - origin));
  }

  /** Whether pairs of a higher key are asked for more; else those of a lower one, or all alike. */
  boolean rises() {
    for (double s : slope) {
      if (s > 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Refuses a portfolio that lacks what the rule looks at.
   *
   * @throws Problem when there are no vectors for the similarity rule
   */
  void check(Portfolio portfolio) {
    if (key == Key.SIMILARITY && portfolio.size() > 0 && portfolio.similarity().length == 0) {
      throw Problem.of(
          "strategy.no-similarity",
          "The pairs were scored by a model without vectors of customers and products, so there"
              + " is no similarity. Nothing was decided. Train and score a two-tower model, or"
              + " choose another policy.");
    }
  }
}
