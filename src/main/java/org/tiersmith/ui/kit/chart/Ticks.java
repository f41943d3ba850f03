package org.tiersmith.ui.kit.chart;

import java.util.stream.LongStream;

/** Round tick values: steps of 1, 2 or 5 times a power of ten. */
final class Ticks {
  private Ticks() {}

  /** The ticks within [min, max], about as many as wanted. */
  static double[] of(double min, double max, int wanted) {
    double step = step(max - min, wanted);
    long first = (long) Math.ceil(min / step - 1e-9);
    long last = (long) Math.floor(max / step + 1e-9);
    return LongStream.rangeClosed(first, last).mapToDouble(i -> i * step).toArray();
  }

  /** The smallest round step that makes no more than about {@code wanted} intervals of a span. */
  static double step(double span, int wanted) {
    double raw = span / Math.max(1, wanted);
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double lead = raw / power;
    double round = lead <= 1.0000001 ? 1 : lead <= 2.0000001 ? 2 : lead <= 5.0000001 ? 5 : 10;
    return round * power;
  }
}
