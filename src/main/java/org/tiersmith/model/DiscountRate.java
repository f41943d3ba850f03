package org.tiersmith.model;

/**
 * A share of the list price that is taken off.
 *
 * @param value in [0, 1)
 */
public record DiscountRate(double value) implements Comparable<DiscountRate> {

  public static final DiscountRate NONE = new DiscountRate(0);

  public DiscountRate {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException("a discount rate lies in [0, 1), not " + value);
    }
  }

  @Override
  public int compareTo(DiscountRate other) {
    return Double.compare(value, other.value);
  }
}
