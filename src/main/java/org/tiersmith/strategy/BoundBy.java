package org.tiersmith.strategy;

import java.util.Locale;

/**
 * Which guardrail settled a pair's tier: the tightest of those that the policy's wish broke, and the
 * first of equally tight ones in this order. Columns hold the ordinal as a byte.
 */
public enum BoundBy {
  /** None: the pair got what the policy asked for. */
  NONE,
  /** The margin floor, where one above 0 is set. */
  MARGIN_FLOOR,
  /** The rule never to sell a discounted product below its cost. */
  BELOW_COST,
  /** The highest allowed discount. */
  CAP,
  /** The budget was better spent on other pairs. */
  BUDGET;

  private static final BoundBy[] VALUES = values();

  /** The constant of an ordinal. */
  public static BoundBy of(byte ordinal) {
    return VALUES[ordinal];
  }

  /** Name in files: lower case; empty for {@link #NONE}. */
  public String code() {
    return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
  }
}
