package org.tiersmith.strategy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tiersmith.response.AdditiveHazard;

/**
 * A policy whose raw rate is a function of the segment and the hazard alone: {@code max(0, constant
 * + slope[segment] (h - origin))}, monotone in h.
 */
record Rule(double constant, double[] slope, double origin) {

  /**
   * The rule of a policy; empty when the policy chooses among tiers itself.
   *
   * @throws org.tiersmith.model.Problem when the policy names a segment that is not given
   */
  static Optional<Rule> of(Policy policy, List<String> segments) {
    return switch (policy) {
      case Policy.Classic p -> Optional.of(new Rule(0, p.alpha().perSegment(segments), 0));
      case Policy.Target p -> Optional.of(target(p, segments));
      case Policy.Fixed p -> Optional.of(new Rule(p.rate(), new double[segments.size()], 0));
      case Policy.ProfitOptimum _, Policy.BudgetOptimum _ -> Optional.empty();
    };
  }

  private static Rule target(Policy.Target policy, List<String> segments) {
    double[] slope = policy.alpha().perSegment(segments);
    Arrays.setAll(slope, s -> -slope[s]);
    return new Rule(0, slope, AdditiveHazard.hazard(policy.target()));
  }

  /** The rate before the tiers, at least 0; may exceed 1. */
  double raw(int segment, double hazard) {
    return Math.max(0, constant + slope[segment] * (hazard - origin));
  }
}
