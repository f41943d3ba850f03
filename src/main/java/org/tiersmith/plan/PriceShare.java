package org.tiersmith.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The share of a list price that is left after a discount, in exact decimals. */
final class PriceShare {
  /** Up to so many digits a product with {@link Decimals#units} stays within a long. */
  private static final int MOST_DIGITS = 6;

  private final BigDecimal share;
  private final long numerator;
  private final long denominator;

  /**
   * @param rate discount rate in exact decimals, in [0, 1)
   */
  PriceShare(BigDecimal rate) {
    share = BigDecimal.ONE.subtract(rate);
    int digits = Math.max(share.scale(), 0);
    boolean small = digits <= MOST_DIGITS;
    numerator = small ? share.movePointRight(digits).longValueExact() : 0;
    denominator = small ? BigDecimal.ONE.movePointRight(digits).longValueExact() : 0;
  }

  /** A price in cents, at least 0 and below 10^12, less the discount; a half is rounded up. */
  long of(long cents) {
    return denominator == 0
        ? of(BigDecimal.valueOf(cents), 0).longValueExact()
        : (cents * numerator + denominator / 2) / denominator;
  }

  /** A price of any size less the discount, with that many digits. */
  BigDecimal of(BigDecimal price, int digits) {
    return price.multiply(share).setScale(digits, RoundingMode.HALF_UP);
  }
}
