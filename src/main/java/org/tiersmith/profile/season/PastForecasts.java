package org.tiersmith.profile.season;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Forecasts of a series from its past weeks, each made once. To be used by one thread. */
final class PastForecasts {
  private final WeeklySeries series;
  private final int ahead;
  private final Map<From, double[]> known = new HashMap<>();

  private record From(Method method, int origin) {}

  PastForecasts(WeeklySeries series, int ahead) {
    this.series = series;
    this.ahead = ahead;
  }

  WeeklySeries series() {
    return series;
  }

  int ahead() {
    return ahead;
  }

  /** What a method makes of the first weeks. */
  double[] of(Method method, int origin) {
    if (method instanceof Mixture(List<Method> methods)) {
      double[] mean = new double[ahead];
      for (Method each : methods) {
        double[] part = of(each, origin);
        for (int i = 0; i < ahead; i++) {
          mean[i] += part[i] / methods.size();
        }
      }
      return mean;
    }
    return known.computeIfAbsent(
        new From(method, origin), _ -> method.fit(series.first(origin), ahead).ahead());
  }
}
