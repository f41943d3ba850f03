package org.tiersmith.profile.season;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Forecasts from several past weeks, each knowing what came before it only (rolling origin).
 *
 * @param errors actual less forecast, by origin and step
 */
record Backtest(double[][] errors) {
  private static final int MOST_ORIGINS = 6;
  private static final int APART = 2;
  private static final int FEWEST_WEEKS = 12;
  private static final int BUCKET = 4;

  static Backtest of(Method method, PastForecasts past, List<Integer> origins) {
    double[][] errors = new double[origins.size()][past.ahead()];
    for (int o = 0; o < errors.length; o++) {
      int origin = origins.get(o);
      double[] forecast = past.of(method, origin);
      for (int i = 0; i < forecast.length; i++) {
        errors[o][i] = past.series().values()[origin + i] - forecast[i];
      }
    }
    return new Backtest(errors);
  }

  /** Past weeks to forecast from, so that all weeks ahead are known; empty for a short series. */
  static List<Integer> origins(int weeks, int ahead) {
    int last = weeks - ahead;
    List<Integer> origins = new ArrayList<>();
    for (int at = last; at >= FEWEST_WEEKS && origins.size() < MOST_ORIGINS; at -= APART) {
      origins.add(at);
    }
    return origins;
  }

  double meanError() {
    return Arrays.stream(errors).flatMapToDouble(Arrays::stream).map(Math::abs).average().orElse(0);
  }

  /** Root mean square of the errors by step, over neighbouring steps, never falling. */
  double[] deviations() {
    int ahead = errors.length == 0 ? 0 : errors[0].length;
    double[] deviations = new double[ahead];
    for (int i = 0; i < ahead; i++) {
      int from = i / BUCKET * BUCKET;
      int to = Math.min(ahead, from + BUCKET);
      double squares = 0;
      for (double[] one : errors) {
        for (int j = from; j < to; j++) {
          squares += one[j] * one[j];
        }
      }
      double own = Math.sqrt(squares / (errors.length * (to - from)));
      deviations[i] = i == 0 ? own : Math.max(deviations[i - 1], own);
    }
    return deviations;
  }
}
