package org.tiersmith.profile.season;

import java.util.List;
import java.util.Objects;

/** Errors of several forecasts as one. */
final class ErrorSums {
  private ErrorSums() {}

  /** Of all categories but the whole shop, or of that where there are none. */
  static ForecastErrors of(List<CategorySeason> all) {
    List<CategorySeason> parts =
        all.size() == 1
            ? all
            : all.stream().filter(one -> !one.category().equals(Demand.ALL)).toList();
    double sum = 0;
    double own = 0;
    double naive = 0;
    double covered = 0;
    int weeks = 0;
    for (CategorySeason part : parts) {
      for (Outlook.HeldOut week : part.outlook().heldOut()) {
        sum += week.actual();
        own += Math.abs(week.actual() - week.forecast());
        naive += Math.abs(week.actual() - week.naive());
        covered += week.actual() >= week.low() && week.actual() <= week.high() ? 1 : 0;
        weeks++;
      }
    }
    return new ForecastErrors(
        weeks,
        share(own, sum),
        mean(parts, true),
        share(naive, sum),
        mean(parts, false),
        share(covered, weeks));
  }

  private static double share(double part, double whole) {
    return whole > 0 ? part / whole : Double.NaN;
  }

  private static double mean(List<CategorySeason> parts, boolean own) {
    return parts.stream()
        .map(part -> part.outlook().errors())
        .filter(Objects::nonNull)
        .mapToDouble(errors -> own ? errors.mase() : errors.naiveMase())
        .filter(mase -> !Double.isNaN(mase))
        .average()
        .orElse(Double.NaN);
  }
}
