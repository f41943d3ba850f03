package org.tiersmith.strategy;

import java.util.Locale;

/**
 * Which guardrail settled a pair's tier: the tightest of those that the policy's wish broke, and
 * the first of equally tight ones in this order. Columns hold the {@link #index}.
 */
public enum BoundBy {
  /** None: the pair got what the policy asked for. */
  NONE(0),
  /** The margin floor, where one above 0 is set. */
  MARGIN_FLOOR(1),
  /** The rule never to sell a discounted product below its cost. */
  BELOW_COST(2),
  /** The highest allowed discount. */
  CAP(3),
  /** The budget was better spent on other pairs. */
  BUDGET(4);

  private static final BoundBy[] VALUES = values();

  private final byte index;

  BoundBy(int index) {
    this.index = (byte) index;
  }

  /** The constant of an {@link #index}. */
  public static BoundBy of(byte index) {
    return VALUES[index];
  }

  /** The number that stands for it in columns of bytes: its place in this order. */
  public byte index() {
    return index;
  }

  /** Name in files: lower case; empty for {@link #NONE}. */
  public String code() {
    return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
  }
}
