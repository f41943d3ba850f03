package org.tiersmith.ui.kit.chart;

import java.util.Arrays;

/**
 * A line: its points in rising x.
 *
 * @param name shown in the legend
 * @param x same length as {@code y}
 * @param y NaN breaks the line
 * @param marked whether each point gets a dot
 */
public record Series(String name, double[] x, double[] y, boolean marked) {

  public Series {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " x for " + y.length + " y");
    }
  }

  public int size() {
    return x.length;
  }

  /** The last point that lies at {@code at} or before, by x; -1 if there is none. */
  int lastUpTo(double at) {
    int found = Arrays.binarySearch(x, at);
    return found >= 0 ? found : -found - 2;
  }

  /** A smoothed copy: exponential mean with that weight of the new value, in (0, 1]. */
  public Series smoothed(String smoothName, double weight) {
    double[] mean = new double[y.length];
    double state = Double.NaN;
    for (int i = 0; i < y.length; i++) {
      state =
          Double.isNaN(state) ? y[i] : Double.isNaN(y[i]) ? state : state + weight * (y[i] - state);
      mean[i] = state;
    }
    return new Series(smoothName, x, mean, false);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Series s
        && name.equals(s.name)
        && marked == s.marked
        && Arrays.equals(x, s.x)
        && Arrays.equals(y, s.y);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(x) * 31 + name.hashCode();
  }
}
