package org.tiersmith.strategy;

import java.util.Locale;

/**
 * Which guardrail settled a pair's tier: the tightest of those that the policy's wish broke, and
 * the first of equally tight ones in this order. Columns hold the {@link #index}.
 */
public enum BoundBy {
  /** None: the pair got what the policy asked for. */
  NONE,
  /** An exclusion: never a discount. */
  EXCLUDED,
  /** The margin floor, where one above 0 is set. */
  MARGIN_FLOOR,
  /** The rule never to sell a discounted product below its cost. */
  BELOW_COST,
  /** The highest allowed discount for all. */
  CAP,
  /** The highest allowed discount of the pair's segment. */
  SEGMENT_CAP,
  /** The highest allowed discount of the product's category. */
  CATEGORY_CAP,
  /** The highest allowed discount of the product. */
  PRODUCT_CAP,
  /** The highest allowed discount of the customer. */
  CUSTOMER_CAP,
  /** The customer already gets as many discounted products as allowed. */
  PER_CUSTOMER,
  /** The tier asked for is too small to be worth while. */
  MIN_RATE,
  /** The budget was better spent on other pairs. */
  BUDGET;

  private static final BoundBy[] VALUES = values();

  /** The constant of an {@link #index}. */
  public static BoundBy of(byte index) {
    return VALUES[index];
  }

  /** The number that stands for it in columns of bytes: its place in this order. */
  public byte index() {
    return (byte) ordinal();
  }

  /** Name in files: lower case; empty for {@link #NONE}. */
  public String code() {
    return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
  }
}
