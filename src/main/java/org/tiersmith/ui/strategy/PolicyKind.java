package org.tiersmith.ui.strategy;

import org.jspecify.annotations.Nullable;
import org.tiersmith.strategy.Alpha;
import org.tiersmith.strategy.Policy;

/** The policies a person can choose from. */
enum PolicyKind {
  TARGET,
  CLASSIC,
  SIMILARITY,
  FIXED,
  SEGMENT,
  PROFIT,
  BUDGET;

  static PolicyKind of(Policy policy) {
    return switch (policy) {
      case Policy.Target _ -> TARGET;
      case Policy.Classic _ -> CLASSIC;
      case Policy.Similarity _ -> SIMILARITY;
      case Policy.Fixed _ -> FIXED;
      case Policy.SegmentRates _ -> SEGMENT;
      case Policy.ProfitOptimum _ -> PROFIT;
      case Policy.BudgetOptimum _ -> BUDGET;
    };
  }

  /** Whether the rate is a function of the probability, so that a curve can be drawn of it. */
  boolean isRule() {
    return this == TARGET || this == CLASSIC || this == FIXED;
  }

  /** The policy's alpha; null where it has none. */
  static @Nullable Alpha alpha(Policy policy) {
    return switch (policy) {
      case Policy.Target target -> target.alpha();
      case Policy.Classic classic -> classic.alpha();
      case Policy.Similarity _,
          Policy.Fixed _,
          Policy.SegmentRates _,
          Policy.ProfitOptimum _,
          Policy.BudgetOptimum _ ->
          null;
    };
  }
}
