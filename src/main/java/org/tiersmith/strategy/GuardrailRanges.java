package org.tiersmith.strategy;

import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;

/** Refuses guardrails whose numbers mean nothing. */
final class GuardrailRanges {
  private GuardrailRanges() {}

  static void check(
      double minMargin,
      double maxDiscount,
      double minRate,
      @Nullable Integer perCustomer,
      @Nullable Double budget) {
    if (!(minMargin >= 0 && minMargin < 1)) {
      throw Problem.of(
          "strategy.min-margin",
          "The margin floor must be at least 0 and less than 1 (10 % is 0.1), not {0}.",
          "" + minMargin);
    }
    if (!(maxDiscount >= 0 && maxDiscount <= 1)) {
      throw Problem.of(
          "strategy.max-discount",
          "The highest discount must lie between 0 and 1 (30 % is 0.3), not {0}.",
          "" + maxDiscount);
    }
    if (!(minRate >= 0 && minRate < 1)) {
      throw Problem.of(
          "strategy.min-rate",
          "The smallest discount worth giving must be at least 0 and less than 1 (5 % is 0.05),"
              + " not {0}.",
          "" + minRate);
    }
    if (perCustomer != null && perCustomer < 0) {
      throw Problem.of(
          "strategy.per-customer",
          "The number of discounted products per customer must be at least 0, not {0}.",
          perCustomer);
    }
    if (budget != null) {
      checkBudget(budget);
    }
  }

  static void checkBudget(double budget) {
    if (!(budget >= 0 && budget < Double.POSITIVE_INFINITY)) {
      throw Problem.of(
          "strategy.budget", "The budget must be a number of at least 0, not {0}.", "" + budget);
    }
  }
}
