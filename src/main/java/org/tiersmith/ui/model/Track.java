package org.tiersmith.ui.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tiersmith.ui.kit.chart.Series;

/**
 * One series of a run, which grows at its end. Its smoothed line grows with it: an added point
 * costs the same however long the series is.
 */
final class Track {
  private static final int FIRST_CAPACITY = 256;
  private static final double MOST_WEIGHT = 0.4;

  private final double share;
  private double[] x = new double[FIRST_CAPACITY];
  private double[] y = new double[FIRST_CAPACITY];
  private double[] smooth = new double[FIRST_CAPACITY];
  private int size;
  private double low = Double.NaN;
  private double high = Double.NaN;
  private @Nullable Line raw;
  private @Nullable Line mean;

  private record Line(double scale, double[] x, double[] y) {}

  /**
   * A track whose smoothed line is at each point the mean of about the last part of the series, so
   * that it lags behind by as much of the picture however long the series is.
   *
   * @param share of the series, 0 for no smoothing
   */
  Track(double share) {
    this.share = share;
  }

  /** Adds a point; one that doesn't lie after all others is there already and left out. */
  void add(long step, double value) {
    if (size > 0 && step <= x[size - 1]) {
      return;
    }
    if (size == x.length) {
      x = Arrays.copyOf(x, 2 * size);
      y = Arrays.copyOf(y, 2 * size);
      smooth = Arrays.copyOf(smooth, 2 * size);
    }
    x[size] = step;
    y[size] = value;
    smooth[size] = mean(value);
    low = Double.isNaN(low) ? smooth[size] : Math.min(low, smooth[size]);
    high = Double.isNaN(high) ? smooth[size] : Math.max(high, smooth[size]);
    size++;
    raw = null;
    mean = null;
  }

  private double mean(double value) {
    double before = size == 0 ? Double.NaN : smooth[size - 1];
    if (Double.isNaN(before) || Double.isNaN(value)) {
      return Double.isNaN(value) ? before : value;
    }
    double weight = share == 0 ? 1 : Math.min(MOST_WEIGHT, 1 / (share * (size + 1)));
    return before + weight * (value - before);
  }

  int size() {
    return size;
  }

  /** The last step; 0 before there is one. */
  long lastStep() {
    return size == 0 ? 0 : (long) x[size - 1];
  }

  /** The last value; NaN before there is one. */
  double last() {
    return size == 0 ? Double.NaN : y[size - 1];
  }

  /** The least smoothed value; NaN before there is one. */
  double low() {
    return low;
  }

  /** The greatest smoothed value; NaN before there is one. */
  double high() {
    return high;
  }

  /**
   * The values as they are.
   *
   * @param scale what steps are multiplied with
   */
  Series raw(String name, double scale, boolean marked) {
    Line line = raw;
    if (line == null || line.scale() != scale) {
      line = new Line(scale, steps(scale), Arrays.copyOf(y, size));
      raw = line;
    }
    return new Series(name, line.x(), line.y(), marked);
  }

  /** The same, smoothed. */
  Series smoothed(String name, double scale) {
    Line line = mean;
    if (line == null || line.scale() != scale) {
      line = new Line(scale, steps(scale), Arrays.copyOf(smooth, size));
      mean = line;
    }
    return new Series(name, line.x(), line.y(), false);
  }

  private double[] steps(double scale) {
    double[] scaled = new double[size];
    for (int i = 0; i < size; i++) {
      scaled[i] = x[i] * scale;
    }
    return scaled;
  }
}
