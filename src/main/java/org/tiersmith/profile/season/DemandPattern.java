package org.tiersmith.profile.season;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When a category is bought.
 *
 * @param weekdays demand of Monday to Sunday over the mean day's; empty where only one weekday has
 *     any, as in data that were summed by week
 * @param months demand of January to December over the mean month's, growth taken out, drawn
 *     towards 1 where few years were seen; empty where less than a year was
 * @param years how often each month was seen, on average
 * @param weeklySwing how far the typical weekday is from the mean one (standard deviation)
 * @param yearlySwing how far the typical month is from the mean one; 0 where {@code months} is
 *     empty
 */
public record DemandPattern(
    List<Double> weekdays,
    List<Double> months,
    double years,
    double weeklySwing,
    double yearlySwing) {
  private static final int MONTHS = 12;

  /** Weeks and years that a pattern without any swing is credited with. */
  private static final double WEIGHT_WEEKS = 4;

  private static final double WEIGHT_YEARS = 0.5;

  static DemandPattern of(Demand demand, double[] days) {
    List<Double> weekdays = weekdays(demand, days);
    List<Full> full = fullMonths(demand, days);
    List<Double> months = months(full);
    return new DemandPattern(
        weekdays, months, (double) full.size() / MONTHS, swing(weekdays), swing(months));
  }

  /** The month with the highest demand, 1 to 12; 0 where it is not known. */
  public int peakMonth() {
    return IntStream.range(0, months.size())
            .reduce((a, b) -> months.get(b) > months.get(a) ? b : a)
            .orElse(-1)
        + 1;
  }

  /** The factor of a weekday; 1 where it is not known. */
  double weekday(DayOfWeek day) {
    return weekdays.isEmpty() ? 1 : weekdays.get(day.ordinal());
  }

  private static List<Double> weekdays(Demand demand, double[] days) {
    if (demand.openDays().size() == 1) {
      return List.of();
    }
    double[] sums = new double[7];
    double weeks = days.length / 7.0;
    for (int i = 0; i < days.length; i++) {
      sums[demand.firstDay().plusDays(i).getDayOfWeek().ordinal()] += days[i];
    }
    double mean = Arrays.stream(sums).sum() / 7;
    return Arrays.stream(sums)
        .mapToObj(
            sum ->
                mean == 0
                    ? 1.0
                    : (sum + WEIGHT_WEEKS * mean / weeks) / (mean + WEIGHT_WEEKS * mean / weeks))
        .toList();
  }

  /** The mean day of a month of which all days are known. */
  private record Full(YearMonth month, double mean) {}

  private static List<Full> fullMonths(Demand demand, double[] days) {
    List<Full> full = new ArrayList<>();
    LocalDate end = demand.firstDay().plusDays(days.length);
    YearMonth month = YearMonth.from(demand.firstDay());
    if (demand.firstDay().getDayOfMonth() > 1) {
      month = month.plusMonths(1);
    }
    for (; !month.plusMonths(1).atDay(1).isAfter(end); month = month.plusMonths(1)) {
      int from = (int) (month.atDay(1).toEpochDay() - demand.firstDay().toEpochDay());
      double mean = Arrays.stream(days, from, from + month.lengthOfMonth()).average().orElse(0);
      full.add(new Full(month, mean));
    }
    return full;
  }

  private static List<Double> months(List<Full> full) {
    if (full.size() < MONTHS) {
      return List.of();
    }
    double growth = growth(full);
    double[] sums = new double[MONTHS];
    int[] seen = new int[MONTHS];
    for (int i = 0; i < full.size(); i++) {
      int month = full.get(i).month().getMonthValue() - 1;
      sums[month] += full.get(i).mean() / Math.pow(growth, i);
      seen[month]++;
    }
    double[] means = new double[MONTHS];
    Arrays.setAll(means, m -> sums[m] / seen[m]);
    double mean = Arrays.stream(means).average().orElse(0);
    return IntStream.range(0, MONTHS)
        .mapToObj(
            m ->
                mean == 0
                    ? 1.0
                    : (seen[m] * means[m] / mean + WEIGHT_YEARS) / (seen[m] + WEIGHT_YEARS))
        .toList();
  }

  /** Growth a month: of the last year over the year before, 1 where there is none before. */
  private static double growth(List<Full> full) {
    int n = full.size();
    if (n < 2 * MONTHS) {
      return 1;
    }
    double now = full.subList(n - MONTHS, n).stream().mapToDouble(Full::mean).sum();
    double before = full.subList(n - 2 * MONTHS, n - MONTHS).stream().mapToDouble(Full::mean).sum();
    return before > 0 && now > 0 ? Math.clamp(Math.pow(now / before, 1.0 / MONTHS), 0.9, 1.1) : 1;
  }

  private static double swing(List<Double> factors) {
    return Math.sqrt(
        factors.stream().mapToDouble(factor -> (factor - 1) * (factor - 1)).average().orElse(0));
  }
}
