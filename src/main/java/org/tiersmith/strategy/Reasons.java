package org.tiersmith.strategy;

import java.math.BigDecimal;
import org.tiersmith.model.DiscountRate;
import org.tiersmith.model.Text;

/** One sentence on why a pair got its tier. It depends on the tiers and the guardrail alone. */
public final class Reasons {

  private Reasons() {}

  /** A rate for people, exact: {@code 10%}, {@code 12.5%}. */
  public static String label(DiscountRate rate) {
    return BigDecimal.valueOf(rate.value()).movePointRight(2).stripTrailingZeros().toPlainString()
        + "%";
  }

  /**
   * The sentence.
   *
   * @param asked the tier that the policy asked for
   * @param granted the tier granted
   * @param boundBy what lowered it
   */
  public static Text of(Scenario scenario, int asked, int granted, BoundBy boundBy) {
    String wish = label(scenario.tiers().rates().get(asked));
    String gift = label(scenario.tiers().rates().get(granted));
    return switch (boundBy) {
      case NONE -> unbound(scenario.policy(), granted, gift);
      case MARGIN_FLOOR ->
          Text.of(
              "reason.margin-floor",
              "The policy asked for {0}, but the margin floor allows {1}.",
              wish,
              gift);
      case BELOW_COST ->
          Text.of(
              "reason.below-cost",
              "The policy asked for {0}, but above {1} the price would fall below cost.",
              wish,
              gift);
      case CAP ->
          Text.of(
              "reason.cap",
              "The policy asked for {0}, but the highest allowed tier is {1}.",
              wish,
              gift);
      case EXCLUDED ->
          Text.of("reason.excluded", "Excluded from discounts; the policy asked for {0}.", wish);
      case SEGMENT_CAP ->
          Text.of(
              "reason.segment-cap",
              "The policy asked for {0}, but the segment''s highest allowed tier is {1}.",
              wish,
              gift);
      case CATEGORY_CAP ->
          Text.of(
              "reason.category-cap",
              "The policy asked for {0}, but the category''s highest allowed tier is {1}.",
              wish,
              gift);
      case PRODUCT_CAP ->
          Text.of(
              "reason.product-cap",
              "The policy asked for {0}, but the product''s highest allowed tier is {1}.",
              wish,
              gift);
      case CUSTOMER_CAP ->
          Text.of(
              "reason.customer-cap",
              "The policy asked for {0}, but the customer''s highest allowed tier is {1}.",
              wish,
              gift);
      case PER_CUSTOMER ->
          Text.of(
              "reason.per-customer",
              "The policy asked for {0}, but the customer already gets as many discounts as"
                  + " allowed.",
              wish);
      case MIN_RATE ->
          Text.of(
              "reason.min-rate",
              "The policy asked for {0}, which is too small to be worth while: {1}.",
              wish,
              gift);
      case BUDGET -> outOfBudget(scenario.policy(), wish, gift);
    };
  }

  private static Text outOfBudget(Policy policy, String wish, String gift) {
    return policy.needsCost()
        ? Text.of(
            "reason.budget",
            "A higher discount would earn more here, but the budget is spent where it earns most:"
                + " {0}.",
            gift)
        : Text.of(
            "reason.budget-rule",
            "The policy asked for {0}, but the budget goes to discounts that earn more for their"
                + " cost: {1}.",
            wish,
            gift);
  }

  private static Text unbound(Policy policy, int granted, String gift) {
    return switch (policy) {
      case Policy.Classic _ when granted == 0 ->
          Text.of(
              "reason.classic-none",
              "The purchase probability is too low for a loyalty rebate: no discount.");
      case Policy.Classic _ ->
          Text.of("reason.classic", "Loyalty rebate by purchase probability: {0}.", gift);
      case Policy.Target _ when granted == 0 ->
          Text.of("reason.target-none", "Near or above the target probability: no discount.");
      case Policy.Target _ ->
          Text.of("reason.target", "{0} closes the gap to the target probability.", gift);
      case Policy.Similarity _ when granted == 0 ->
          Text.of(
              "reason.similarity-none", "Customer and product are not alike enough: no discount.");
      case Policy.Similarity _ ->
          Text.of("reason.similarity", "By likeness of customer and product: {0}.", gift);
      case Policy.Fixed _ -> Text.of("reason.fixed", "The same rate for all: {0}.", gift);
      case Policy.SegmentRates _ -> Text.of("reason.segment", "The segment''s rate: {0}.", gift);
      case Policy.ProfitOptimum _, Policy.BudgetOptimum _ when granted == 0 ->
          Text.of("reason.profit-none", "No allowed discount is known to earn more than it costs.");
      case Policy.ProfitOptimum _ ->
          Text.of("reason.profit", "{0} earns the highest expected profit.", gift);
      case Policy.BudgetOptimum _ ->
          Text.of("reason.budget-best", "{0} earns most, and the budget covers it.", gift);
    };
  }
}
