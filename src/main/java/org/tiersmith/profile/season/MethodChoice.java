package org.tiersmith.profile.season;

import java.util.List;

/**
 * Which method to forecast a series with. A mean of a few methods is hard to beat: another one is
 * only mixed in, or taken alone, where it erred much less on the series' past.
 */
final class MethodChoice {
  /** Share of the usual method's error below which another is mixed with it. */
  private static final double LESS = 0.88;

  /** Share below which the other is taken alone. */
  private static final double MUCH_LESS = 0.5;

  private static final Method SMOOTHING = new DampedTrend(false);
  private static final Method LOG_SMOOTHING = new Logged(SMOOTHING);
  private static final Method LOG_INDEX = new Logged(new YearlyIndex(0.5));

  private final Method ofYears;
  private final Method ofWeeks = new Mixture(List.of(SMOOTHING, LOG_SMOOTHING));
  private final List<Method> others;

  MethodChoice(Country country) {
    Method logWaves = new Logged(new Harmonics(2, country));
    Method lastYear = ScaledLastYear.SCALED_LAST_YEAR;
    ofYears = new Mixture(List.of(LOG_SMOOTHING, logWaves, LOG_INDEX));
    others =
        List.of(
            NaiveMethod.LAST_WEEK,
            NaiveMethod.LAST_YEAR,
            SMOOTHING,
            LOG_SMOOTHING,
            new DampedTrend(true),
            new Logged(new DampedTrend(true)),
            new Logged(new Harmonics(0, country)),
            new YearlyIndex(0.5),
            new YearlyIndex(1),
            LOG_INDEX,
            logWaves,
            lastYear,
            new Mixture(List.of(SMOOTHING, new Harmonics(2, country))),
            new Mixture(List.of(LOG_SMOOTHING, logWaves)),
            new Mixture(List.of(LOG_SMOOTHING, logWaves, lastYear)));
  }

  /** The method for so many weeks ahead, chosen by the series alone. */
  Method best(WeeklySeries series, int ahead) {
    List<Integer> origins = Backtest.origins(series.size(), ahead);
    Method usual = usual(series.size(), ahead);
    if (origins.isEmpty()) {
      return usual;
    }
    int shortest = origins.getLast();
    PastForecasts past = new PastForecasts(series, ahead);
    double base = Backtest.of(usual(shortest, ahead), past, origins).meanError();
    Method best = usual;
    double least = LESS * base;
    for (Method other : others) {
      if (other.needs(ahead) <= shortest) {
        double error = Backtest.of(other, past, origins).meanError();
        if (error < least) {
          least = error;
          best = other;
        }
      }
    }
    boolean alone = best.equals(usual) || least < MUCH_LESS * base;
    return alone ? best : new Mixture(List.of(best, usual));
  }

  private Method usual(int weeks, int ahead) {
    return ofYears.needs(ahead) <= weeks ? ofYears : ofWeeks;
  }
}
