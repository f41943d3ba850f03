package org.tiersmith.ui.kit.chart;

import java.util.function.DoubleFunction;

/**
 * One axis of a chart.
 *
 * @param min the value at its beginning
 * @param max the value at its end, greater than {@code min}
 * @param label how a tick is written, in the person's language
 * @param title what is counted; may be empty
 */
public record Axis(double min, double max, DoubleFunction<String> label, String title) {

  public Axis {
    if (!(max > min)) {
      max = min + 1;
    }
  }

  /** An axis that spans the values with a little air and round ends. */
  public static Axis around(double low, double high, DoubleFunction<String> label, String title) {
    if (!(low <= high)) {
      return new Axis(0, 1, label, title);
    }
    double span = high > low ? high - low : Math.max(1e-9, Math.abs(high) * 0.1);
    double step = Ticks.step(span, 5);
    return new Axis(
        Math.floor(low / step) * step, Math.ceil((low + span) / step - 1e-9) * step, label, title);
  }

  /** Where a value lies between the ends: 0 at {@code min}, 1 at {@code max}. */
  double share(double value) {
    return (value - min) / (max - min);
  }

  /** The value that lies at a share of the way between the ends. */
  double valueAt(double share) {
    return min + share * (max - min);
  }

  /** What is counted, or the given words where the axis doesn't say. */
  String titleOr(String words) {
    return title.isEmpty() ? words : title;
  }
}
