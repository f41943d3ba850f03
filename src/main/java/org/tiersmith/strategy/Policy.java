package org.tiersmith.strategy;

import org.tiersmith.model.Problem;

/** How a pair's discount is found. {@code h = -ln(1 - p0)} is the pair's hazard. */
public sealed interface Policy {

  /**
   * The classic log rule {@code d = -a ln(1 - p0) = a h}: a loyalty rebate, deepest for the surest
   * buyer.
   */
  record Classic(Alpha alpha) implements Policy {}

  /**
   * The target rule {@code d = max(0, a (ln(1 - p0) - ln(1 - pT)))}: the discount that lifts a pair
   * to the target probability when {@code a = 1 / k}.
   *
   * @param target probability pT, in (0, 1)
   */
  record Target(Alpha alpha, double target) implements Policy {
    public Target {
      if (!(target > 0 && target < 1)) {
        throw Problem.of(
            "strategy.target",
            "The target probability must lie between 0 and 1 (20 % is 0.2), not {0}.",
            "" + target);
      }
    }
  }

  /**
   * The same rate for every pair.
   *
   * @param rate in [0, 1)
   */
  record Fixed(double rate) implements Policy {
    public Fixed {
      if (!(rate >= 0 && rate < 1)) {
        throw Problem.of(
            "strategy.fixed-rate",
            "The fixed rate must be at least 0 and less than 1 (10 % is 0.1), not {0}.",
            "" + rate);
      }
    }
  }

  /**
   * Per pair the tier of the highest expected profit; of equal ones the smallest. A pair of unknown
   * cost gets no discount.
   */
  record ProfitOptimum() implements Policy {}

  /**
   * The most expected profit that a budget for discounts can earn. A pair of unknown cost gets no
   * discount.
   *
   * @param budget the highest expected discount cost in all, in the shop's currency; at least 0
   */
  record BudgetOptimum(double budget) implements Policy {
    public BudgetOptimum {
      if (!(budget >= 0 && budget < Double.POSITIVE_INFINITY)) {
        throw Problem.of(
            "strategy.budget", "The budget must be a number of at least 0, not {0}.", "" + budget);
      }
    }
  }

  /** Whether the policy weighs profits, and so needs unit costs. */
  default boolean needsCost() {
    return this instanceof ProfitOptimum || this instanceof BudgetOptimum;
  }
}
