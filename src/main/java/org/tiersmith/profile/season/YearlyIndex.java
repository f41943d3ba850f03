package org.tiersmith.profile.season;

import java.util.Arrays;

/**
 * Smoothing of what is left when the yearly pattern is taken out: last year's weeks over their
 * level, smoothed over neighbouring weeks and shrunk towards 1 by how well the years before agree.
 *
 * @param shrink how much of the pattern to keep, in (0, 1]
 */
record YearlyIndex(double shrink) implements Method {
  private static final int BESIDE = 1;
  private static final DampedTrend LEVEL = new DampedTrend(false);

  @Override
  public String name() {
    return String.format(java.util.Locale.ROOT, "yearly index %.2f", shrink);
  }

  @Override
  public int needs(int ahead) {
    return YEAR + 8;
  }

  @Override
  public Fit fit(WeeklySeries series, int ahead) {
    double[] values = series.values();
    int n = values.length;
    double[] index = index(values);
    double[] bare = new double[n];
    Arrays.setAll(bare, t -> values[t] / of(index, t - n));
    Fit level = LEVEL.smooth(bare, ahead);
    double[] fitted = new double[n];
    double[] next = new double[ahead];
    Arrays.setAll(fitted, t -> Math.max(0, level.fitted()[t]) * of(index, t - n));
    Arrays.setAll(next, i -> Math.max(0, level.ahead()[i]) * of(index, i));
    return new Fit(fitted, next);
  }

  /** The index of a week so many after the last; negative for earlier ones. */
  private static double of(double[] index, int after) {
    return index[Math.floorMod(after, YEAR)];
  }

  /** By the place after the series' end in a year; mean 1. */
  private double[] index(double[] values) {
    int n = values.length;
    int years = n / YEAR;
    double[] raw = new double[YEAR];
    for (int year = 1; year <= years; year++) {
      double mean =
          Arrays.stream(values, n - year * YEAR, n - (year - 1) * YEAR).average().orElse(0);
      for (int i = 0; i < YEAR; i++) {
        raw[i] += mean > 0 ? values[n - year * YEAR + i] / mean / years : 1.0 / years;
      }
    }
    double[] index = new double[YEAR];
    for (int i = 0; i < YEAR; i++) {
      double sum = 2 * raw[i];
      for (int d = 1; d <= BESIDE; d++) {
        sum += raw[Math.floorMod(i - d, YEAR)] + raw[(i + d) % YEAR];
      }
      index[i] = Math.max(0.05, 1 + shrink * (sum / (2 + 2 * BESIDE) - 1));
    }
    return index;
  }
}
