package org.tiersmith.profile.season;

import java.util.Arrays;

/** Last year's same weeks, raised by how the last weeks compare with theirs of last year. */
enum ScaledLastYear implements Method {
  SCALED_LAST_YEAR;

  private static final int COMPARED = 8;

  @Override
  public int needs(int ahead) {
    return YEAR + COMPARED;
  }

  @Override
  public Fit fit(WeeklySeries series, int ahead) {
    double[] values = series.values();
    double[] fitted = new double[values.length];
    Arrays.setAll(fitted, t -> t < needs(1) ? Double.NaN : values[t - YEAR] * growth(values, t));
    double growth = growth(values, values.length);
    double[] last = NaiveMethod.LAST_YEAR.fit(series, ahead).ahead();
    double[] next = new double[ahead];
    Arrays.setAll(next, i -> last[i] * growth);
    return new Fit(fitted, next);
  }

  /** What the weeks before {@code t} were, over those a year before, drawn to 1 where small. */
  private static double growth(double[] values, int t) {
    double now = 0;
    double then = 0;
    for (int i = t - COMPARED; i < t; i++) {
      now += values[i];
      then += values[i - YEAR];
    }
    double small = (now + then) / (2 * COMPARED);
    return small == 0 ? 1 : (now + small) / (then + small);
  }
}
