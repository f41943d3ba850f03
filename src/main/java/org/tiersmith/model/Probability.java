package org.tiersmith.model;

/**
 * A purchase probability.
 *
 * @param value in the open interval (0, 1)
 */
public record Probability(double value) implements Comparable<Probability> {

  public Probability {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException("a probability lies between 0 and 1, not " + value);
    }
  }

  /** Purchase intensity: {@code h = -ln(1 - p)}, in (0, inf). */
  public double hazard() {
    return -Math.log1p(-value);
  }

  @Override
  public int compareTo(Probability other) {
    return Double.compare(value, other.value);
  }
}
