package org.tiersmith.profile.season;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Dynamic harmonic regression (Hyndman and Athanasopoulos, Forecasting, 10.5): a line, waves of a
 * year and of its half and a column for each holiday that was seen, by ridge regression; what is
 * left is smoothed. The line goes on damped.
 *
 * @param waves how many waves a year, 0 for holidays alone
 * @param country whose holidays
 */
record Harmonics(int waves, Country country) implements Method {
  private static final double RIDGE_WAVE = 2;
  private static final double RIDGE_HOLIDAY = 1;
  private static final double RIDGE_LINE = 1;
  private static final double DAMPING = 0.9;
  private static final int LEAD = 7;
  private static final DampedTrend REST = new DampedTrend(false);

  @Override
  public String name() {
    return waves == 0 ? "holidays" : "harmonics " + waves;
  }

  @Override
  public int needs(int ahead) {
    return waves == 0 ? 26 : YEAR + 8;
  }

  @Override
  public Fit fit(WeeklySeries series, int ahead) {
    int n = series.size();
    double mean = series.mean();
    if (mean <= 0) {
      return new Fit(new double[n], new double[ahead]);
    }
    List<double[]> columns = columns(series, ahead);
    double[] weights = weights(columns, series.values(), mean);
    double[] expected = new double[n + ahead];
    Arrays.setAll(expected, t -> expected(columns, weights, t));
    double[] rest = new double[n];
    Arrays.setAll(rest, t -> series.values()[t] / mean - expected[t]);
    Fit smooth = REST.smooth(rest, ahead);
    double[] fitted = new double[n];
    double[] next = new double[ahead];
    Arrays.setAll(fitted, t -> mean * Math.max(0, expected[t] + smooth.fitted()[t]));
    Arrays.setAll(next, i -> mean * Math.max(0, expected[n + i] + smooth.ahead()[i]));
    return new Fit(fitted, next);
  }

  private static double expected(List<double[]> columns, double[] weights, int week) {
    double sum = 0;
    for (int j = 0; j < weights.length; j++) {
      sum += weights[j] * columns.get(j)[week];
    }
    return sum;
  }

  /** A constant, the line, then waves, then holidays; each over the weeks and those to come. */
  private List<double[]> columns(WeeklySeries series, int ahead) {
    int n = series.size();
    int all = n + ahead;
    List<double[]> columns = new ArrayList<>();
    columns.add(filled(all, t -> 1));
    columns.add(filled(all, t -> line(t, n)));
    for (int k = 1; k <= waves; k++) {
      double turns = 2 * Math.PI * k / 365.25;
      long first = series.firstWeek().toEpochDay();
      columns.add(filled(all, t -> Math.sin(turns * (first + 7L * t))));
      columns.add(filled(all, t -> Math.cos(turns * (first + 7L * t))));
    }
    holidays(series, all).stream()
        .filter(column -> Arrays.stream(column, 0, n).anyMatch(share -> share > 0))
        .forEach(columns::add);
    return columns;
  }

  /** From -1 to 0 over the known weeks, then on and ever slower. */
  private static double line(int t, int n) {
    if (t < n) {
      return (double) (t - n + 1) / Math.max(1, n);
    }
    return DAMPING * (1 - Math.pow(DAMPING, t - n + 1)) / (1 - DAMPING) / n;
  }

  /** Of each holiday how much of its day and the week before it lies in each week. */
  private List<double[]> holidays(WeeklySeries series, int weeks) {
    List<double[]> columns = new ArrayList<>();
    LocalDate end = series.week(weeks);
    for (Holiday holiday : country.holidays()) {
      double[] column = new double[weeks];
      for (int year = series.firstWeek().getYear(); year <= end.getYear() + 1; year++) {
        LocalDate day = holiday.in(year);
        for (int back = 0; back <= LEAD; back++) {
          long at = day.toEpochDay() - back - series.firstWeek().toEpochDay();
          if (at >= 0 && at / 7 < weeks) {
            column[(int) (at / 7)] += 1.0 / (LEAD + 1);
          }
        }
      }
      columns.add(column);
    }
    return columns;
  }

  private double[] weights(List<double[]> columns, double[] values, double mean) {
    int p = columns.size();
    double[][] gram = new double[p][p];
    double[] right = new double[p];
    for (int i = 0; i < p; i++) {
      for (int t = 0; t < values.length; t++) {
        right[i] += columns.get(i)[t] * values[t] / mean;
        for (int j = 0; j <= i; j++) {
          gram[i][j] += columns.get(i)[t] * columns.get(j)[t];
        }
      }
      gram[i][i] +=
          i == 0 ? 1e-9 : i == 1 ? RIDGE_LINE : i < 2 + 2 * waves ? RIDGE_WAVE : RIDGE_HOLIDAY;
    }
    return LinearSystem.solve(gram, right);
  }

  private interface Value {
    double at(int week);
  }

  private static double[] filled(int length, Value value) {
    double[] column = new double[length];
    Arrays.setAll(column, value::at);
    return column;
  }
}
