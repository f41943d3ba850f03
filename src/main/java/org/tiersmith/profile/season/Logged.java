package org.tiersmith.profile.season;

import java.util.Arrays;

/**
 * A method on the logarithm of demand, lifted by a twentieth of the mean: a forecast of the median,
 * which single weeks of high sales do not pull up, and a season that is a factor.
 */
record Logged(Method method) implements Method {
  private static final double LIFT = 0.05;

  @Override
  public String name() {
    return "log " + method.name();
  }

  @Override
  public int needs(int ahead) {
    return method.needs(ahead);
  }

  @Override
  public Fit fit(WeeklySeries series, int ahead) {
    double lift = LIFT * series.mean();
    if (lift <= 0) {
      return method.fit(series, ahead);
    }
    // No logarithm is negative, for some methods know nothing below zero.
    double[] logs = Arrays.stream(series.values()).map(v -> Math.log1p(v / lift)).toArray();
    Fit fit = method.fit(new WeeklySeries(series.firstWeek(), logs), ahead);
    return new Fit(back(fit.fitted(), lift), back(fit.ahead(), lift));
  }

  private static double[] back(double[] logs, double lift) {
    return Arrays.stream(logs).map(log -> Math.max(0, lift * Math.expm1(log))).toArray();
  }
}
