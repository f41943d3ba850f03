package org.tiersmith.profile.season;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be expected of a series.
 *
 * @param weeks what was, with what would have been expected a week before (NaN where unknown)
 * @param heldOut the last weeks as forecast without knowledge of them
 * @param ahead weeks to come
 * @param method that forecasts
 * @param tried method that the past spoke for; the forecast is the naive one where it then did
 *     worse on the weeks held out
 * @param naive the naive method that it was compared with
 * @param errors on the weeks held out; null where the history is too short to hold any out
 */
public record Outlook(
    List<Known> weeks,
    List<HeldOut> heldOut,
    List<Ahead> ahead,
    String method,
    String tried,
    String naive,
    @Nullable ForecastErrors errors) {

  /** A week that was. */
  public record Known(LocalDate week, double actual, double fitted) {}

  /** A week that was, and what was forecast of it before. */
  public record HeldOut(
      LocalDate week, double actual, double forecast, double low, double high, double naive) {}

  /** A week to come, with the interval that should hold four of five. */
  public record Ahead(LocalDate week, double forecast, double low, double high) {}

  /** Whether the forecast is the naive one. */
  public boolean isNaive() {
    return method.equals(naive);
  }

  /** No forecast: too few weeks. */
  static Outlook none(WeeklySeries series) {
    return new Outlook(
        IntStream.range(0, series.size())
            .mapToObj(t -> new Known(series.week(t), series.values()[t], Double.NaN))
            .toList(),
        List.of(),
        List.of(),
        "",
        "",
        "",
        null);
  }
}
