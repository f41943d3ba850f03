package org.tiersmith.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers with a fixed number of digits after the point. A double stands for the shortest decimal
 * that reads back as itself, as {@link BigDecimal#valueOf(double)} has it, and a half rounds away
 * from 0: 1.005 is 1.01 with two digits, though its binary value lies below 1.005.
 */
final class Decimals {
  /** Said instead of units that would not be exact in all that is done with them. */
  static final long BEYOND = Long.MIN_VALUE;

  /** The longest that {@link #put} writes. */
  static final int MOST_CHARACTERS = 24;

  /** Where units end: a product with a {@link PriceShare} stays within a long. */
  private static final double MOST_UNITS = 1e12;

  /**
   * How close to a half, relative to the scaled value, rounding is in doubt: the product is off by
   * 2^-53 at most, and the shortest decimal lies within 2^-53 of the double.
   */
  private static final double DOUBT = 0x1p-50;

  private static final double[] SCALE = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};

  private Decimals() {}

  /**
   * The value in units of the last digit, rounded.
   *
   * @param digits at most 6
   * @return {@link #BEYOND} from {@value #MOST_UNITS} units, and for what is not finite
   */
  static long units(double value, int digits) {
    double scaled = Math.abs(value) * SCALE[digits];
    if (!(scaled < MOST_UNITS)) {
      return BEYOND;
    }
    long down = (long) scaled;
    double part = scaled - down;
    if (Math.abs(part - 0.5) <= scaled * DOUBT) {
      return exact(value, digits).unscaledValue().longValueExact();
    }
    long units = part > 0.5 ? down + 1 : down;
    return value < 0 ? -units : units;
  }

  /** The same by way of exact decimals, for any finite value. */
  static BigDecimal exact(double value, int digits) {
    return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
  }

  /**
   * Writes {@code units / 10^digits} in ASCII.
   *
   * @param digits 2, 4 or 6, for two are written at a time
   * @return the place after it
   */
  static int put(long units, int digits, byte[] to, int at) {
    int start = at;
    if (units < 0) {
      to[start++] = '-';
    }
    long rest = Math.abs(units);
    int end = start + Math.max(length(rest), digits + 1) + 1;
    int place = end;
    for (int pair = digits >> 1; pair > 0; pair--) {
      long hundreds = rest / 100;
      int two = (int) (rest - 100 * hundreds);
      to[--place] = (byte) ('0' + two % 10);
      to[--place] = (byte) ('0' + two / 10);
      rest = hundreds;
    }
    to[--place] = '.';
    while (place > start) {
      to[--place] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return end;
  }

  private static int length(long units) {
    int length = 1;
    for (long limit = 10; length < 18 && units >= limit; limit *= 10) {
      length++;
    }
    return length;
  }
}
