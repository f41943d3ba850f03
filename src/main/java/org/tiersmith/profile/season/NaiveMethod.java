package org.tiersmith.profile.season;

import java.util.Arrays;

/** The methods that others must beat. */
enum NaiveMethod implements Method {
  /** The last week goes on. */
  LAST_WEEK {
    @Override
    public int needs(int ahead) {
      return 1;
    }

    @Override
    double at(double[] values, int t, int last) {
      return values[Math.min(t - 1, last)];
    }
  },
  /** The same week of last year. */
  LAST_YEAR {
    @Override
    public int needs(int ahead) {
      return YEAR;
    }

    @Override
    double at(double[] values, int t, int last) {
      int then = t - YEAR;
      while (then > last) {
        then -= YEAR;
      }
      return then < 0 ? Double.NaN : values[then];
    }
  };

  /** The naive forecast of week {@code t} when {@code last} is the last known before it. */
  abstract double at(double[] values, int t, int last);

  @Override
  public Fit fit(WeeklySeries series, int ahead) {
    double[] values = series.values();
    double[] fitted = new double[values.length];
    double[] next = new double[ahead];
    Arrays.setAll(fitted, t -> t == 0 ? Double.NaN : at(values, t, t - 1));
    Arrays.setAll(next, i -> at(values, values.length + i, values.length - 1));
    return new Fit(fitted, next);
  }
}
