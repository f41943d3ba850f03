package org.tiersmith.strategy;

import java.util.Map;
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
   * The similarity rule {@code d = max(0, b0 + b1 cos)}, where cos is the cosine of the customer's
   * and the product's vector.
   *
   * @param base b0, finite
   * @param slope b1, finite
   */
  record Similarity(double base, double slope) implements Policy {
    public Similarity {
      if (!Double.isFinite(base) || !Double.isFinite(slope)) {
        throw Problem.of(
            "strategy.similarity",
            "The similarity rule needs two numbers, not {0} and {1}.",
            "" + base,
            "" + slope);
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
      checkRate(rate);
    }
  }

  /**
   * A rate for each segment, such as a member level.
   *
   * @param all for every segment that {@code bySegment} does not name, in [0, 1)
   * @param bySegment by segment name, each in [0, 1)
   */
  record SegmentRates(double all, Map<String, Double> bySegment) implements Policy {
    public SegmentRates {
      bySegment = Map.copyOf(bySegment);
      checkRate(all);
      bySegment.values().forEach(Policy::checkRate);
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
   * @param bySegment budgets of their own for segments, by name; within the whole
   * @param byCategory budgets of their own for product categories, by name; within the whole. Not
   *     together with {@code bySegment}.
   */
  record BudgetOptimum(double budget, Map<String, Double> bySegment, Map<String, Double> byCategory)
      implements Policy {
    /** Budgets that a stored policy of an earlier version lacks are null here and mean none. */
    public BudgetOptimum {
      bySegment = bySegment == null ? Map.of() : Map.copyOf(bySegment);
      byCategory = byCategory == null ? Map.of() : Map.copyOf(byCategory);
      GuardrailRanges.checkBudget(budget);
      bySegment.values().forEach(GuardrailRanges::checkBudget);
      byCategory.values().forEach(GuardrailRanges::checkBudget);
      if (!bySegment.isEmpty() && !byCategory.isEmpty()) {
        throw Problem.of(
            "strategy.two-budgets",
            "Budgets can be set by segment or by category, not both at once. Remove one kind.");
      }
    }

    /** One budget in all. */
    public BudgetOptimum(double budget) {
      this(budget, Map.of(), Map.of());
    }

    /** Whether any segment or category has a budget of its own. */
    public boolean hasGroups() {
      return !bySegment.isEmpty() || !byCategory.isEmpty();
    }
  }

  /** Whether the policy weighs profits, and so needs unit costs. */
  default boolean needsCost() {
    return this instanceof ProfitOptimum || this instanceof BudgetOptimum;
  }

  private static void checkRate(double rate) {
    if (!(rate >= 0 && rate < 1)) {
      throw Problem.of(
          "strategy.fixed-rate",
          "The fixed rate must be at least 0 and less than 1 (10 % is 0.1), not {0}.",
          "" + rate);
    }
  }
}
