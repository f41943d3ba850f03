package org.tiersmith.training.metrics;

/**
 * Where a figure lies with a stated confidence.
 *
 * @param low NaN where it can't be told
 * @param high NaN where it can't be told
 */
public record Interval(double low, double high) {
  static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);

  public double width() {
    return high - low;
  }
}
