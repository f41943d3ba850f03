package org.tiersmith.profile.season;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Forecasts weekly demand. Rolling-origin forecasts of the past choose the method ({@link
 * MethodChoice}); the last weeks are held out of that choice and measure it against the naive
 * forecast: last year's same weeks, or the last week where there is less than a year. Where it does
 * no better the naive forecast is used. Intervals come from the errors of the past forecasts.
 *
 * @param country whose holidays count
 */
public record Forecaster(Country country) {
  /** Weeks ahead of a long history. */
  private static final int AHEAD = 13;

  /** Weeks ahead of a short one. */
  private static final int SHORT_AHEAD = 8;

  private static final int LONG = 104;

  /** Fewest weeks that anything is forecast from. */
  static final int FEWEST = 12;

  /** Half the width of an interval that holds four of five, in deviations of a normal law. */
  private static final double WIDTH = 1.2816;

  /** What is to be expected. */
  public Outlook outlook(WeeklySeries series) {
    int n = series.size();
    if (n < FEWEST) {
      return Outlook.none(series);
    }
    int ahead = n >= LONG ? AHEAD : Math.min(SHORT_AHEAD, n / 3);
    WeeklySeries before = series.first(n - ahead);
    Method naive =
        NaiveMethod.LAST_YEAR.needs(ahead) <= before.size()
            ? NaiveMethod.LAST_YEAR
            : NaiveMethod.LAST_WEEK;
    MethodChoice choice = new MethodChoice(country);
    Method tried = choice.best(before, ahead);
    List<Outlook.HeldOut> heldOut = heldOut(series, before, tried, naive);
    ForecastErrors errors = errors(before, naive, heldOut);
    Method used = errors.wins() ? choice.best(series, ahead) : naive;
    double[] fitted = used.fit(series, ahead).fitted();
    return new Outlook(
        IntStream.range(0, n)
            .mapToObj(t -> new Outlook.Known(series.week(t), series.values()[t], fitted[t]))
            .toList(),
        heldOut,
        ahead(series, used, ahead),
        used.name(),
        tried.name(),
        naive.name(),
        errors);
  }

  private static List<Outlook.Ahead> ahead(WeeklySeries series, Method method, int ahead) {
    double[] next = method.fit(series, ahead).ahead();
    double[] wide = wide(series, method, ahead);
    return IntStream.range(0, ahead)
        .mapToObj(
            i ->
                new Outlook.Ahead(
                    series.week(series.size() + i),
                    next[i],
                    Math.max(0, next[i] - wide[i]),
                    next[i] + wide[i]))
        .toList();
  }

  private static List<Outlook.HeldOut> heldOut(
      WeeklySeries series, WeeklySeries before, Method method, Method naive) {
    int n = before.size();
    List<Outlook.Ahead> forecast = ahead(before, method, series.size() - n);
    double[] other = naive.fit(before, forecast.size()).ahead();
    return IntStream.range(0, forecast.size())
        .mapToObj(
            i -> {
              Outlook.Ahead one = forecast.get(i);
              return new Outlook.HeldOut(
                  one.week(),
                  series.values()[n + i],
                  one.forecast(),
                  one.low(),
                  one.high(),
                  other[i]);
            })
        .toList();
  }

  /** Half the interval by step. */
  private static double[] wide(WeeklySeries series, Method method, int ahead) {
    List<Integer> origins =
        Backtest.origins(series.size(), ahead).stream()
            .filter(origin -> origin >= method.needs(ahead))
            .toList();
    double[] deviations =
        origins.isEmpty()
            ? inSample(series, method, ahead)
            : Backtest.of(method, new PastForecasts(series, ahead), origins).deviations();
    return Arrays.stream(deviations).map(deviation -> WIDTH * deviation).toArray();
  }

  /** Deviations by the errors one week ahead, which grow with the root of the weeks. */
  private static double[] inSample(WeeklySeries series, Method method, int ahead) {
    double[] fitted = method.fit(series, ahead).fitted();
    double squares =
        IntStream.range(0, fitted.length)
            .mapToDouble(t -> series.values()[t] - fitted[t])
            .filter(error -> !Double.isNaN(error))
            .map(error -> error * error)
            .average()
            .orElse(0);
    return IntStream.rangeClosed(1, ahead).mapToDouble(i -> Math.sqrt(squares * i)).toArray();
  }

  private static ForecastErrors errors(
      WeeklySeries before, Method naive, List<Outlook.HeldOut> heldOut) {
    double sum = heldOut.stream().mapToDouble(Outlook.HeldOut::actual).sum();
    double own = heldOut.stream().mapToDouble(w -> Math.abs(w.actual() - w.forecast())).sum();
    double other = heldOut.stream().mapToDouble(w -> Math.abs(w.actual() - w.naive())).sum();
    double[] fitted = naive.fit(before, 1).fitted();
    double step =
        IntStream.range(0, before.size())
            .mapToDouble(t -> Math.abs(before.values()[t] - fitted[t]))
            .filter(error -> !Double.isNaN(error))
            .average()
            .orElse(Double.NaN);
    double scale = step > 0 ? heldOut.size() * step : Double.NaN;
    double covered =
        heldOut.stream().filter(w -> w.actual() >= w.low() && w.actual() <= w.high()).count();
    return new ForecastErrors(
        heldOut.size(),
        sum > 0 ? own / sum : Double.NaN,
        own / scale,
        sum > 0 ? other / sum : Double.NaN,
        other / scale,
        covered / heldOut.size());
  }
}
