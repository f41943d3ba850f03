package org.tiersmith.profile.season;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * How a holiday moves a category's demand: the mean day of a window over the mean day of the weeks
 * around (28 to 15 days before and 15 to 28 days after), weekdays taken out, as a geometric mean
 * over the times that it was seen, drawn towards 1 where these are few.
 *
 * @param times how often it was seen with its surroundings
 * @param before factor of the ten days before
 * @param during factor of the day itself
 * @param after factor of the seven days after
 * @param clear whether the ten days before differ from the mean by more than two deviations of
 *     windows that no holiday lies in
 */
public record HolidayEffect(
    Holiday holiday, int times, double before, double during, double after, boolean clear) {
  private static final int FAR = 28;
  private static final int NEAR = 14;
  private static final int LEAD = 10;
  private static final int TRAIL = 7;
  private static final double WEIGHT = 0.5;

  /** Of each holiday that was seen, the strongest first. */
  static List<HolidayEffect> of(
      Demand demand, double[] days, DemandPattern pattern, Country country) {
    double[] even = new double[days.length];
    Arrays.setAll(
        even,
        i ->
            days[i]
                / Math.max(0.05, pattern.weekday(demand.firstDay().plusDays(i).getDayOfWeek())));
    double mean = Arrays.stream(days).average().orElse(0);
    if (mean <= 0) {
      return List.of();
    }
    Windows windows = new Windows(demand.firstDay(), even, mean);
    LocalDate last = demand.firstDay().plusDays(days.length - 1L);
    List<Country.Feast> feasts = country.between(demand.firstDay(), last);
    double usual = windows.usual(feasts);
    List<HolidayEffect> effects = new ArrayList<>();
    for (Holiday holiday : country.holidays()) {
      List<LocalDate> seen =
          feasts.stream()
              .filter(feast -> feast.holiday() == holiday)
              .map(Country.Feast::date)
              .filter(windows::covers)
              .toList();
      if (!seen.isEmpty()) {
        effects.add(windows.effect(holiday, seen, usual));
      }
    }
    effects.sort(Comparator.comparingDouble(HolidayEffect::size).reversed());
    return List.copyOf(effects);
  }

  private double size() {
    return Math.abs(Math.log(before));
  }

  /** Even days that holidays are looked for in. */
  private record Windows(LocalDate first, double[] days, double mean) {

    boolean covers(LocalDate date) {
      long at = date.toEpochDay() - first.toEpochDay();
      return at >= FAR && at + FAR < days.length;
    }

    HolidayEffect effect(Holiday holiday, List<LocalDate> seen, double usual) {
      double[] sums = new double[3];
      for (LocalDate date : seen) {
        int at = (int) (date.toEpochDay() - first.toEpochDay());
        sums[0] += log(at, at - LEAD, at);
        sums[1] += log(at, at, at + 1);
        sums[2] += log(at, at + 1, at + 1 + TRAIL);
      }
      double n = seen.size() + WEIGHT;
      boolean clear = Math.abs(sums[0] / seen.size()) > 2 * usual / Math.sqrt(seen.size());
      return new HolidayEffect(
          holiday,
          seen.size(),
          Math.exp(sums[0] / n),
          Math.exp(sums[1] / n),
          Math.exp(sums[2] / n),
          clear && usual > 0);
    }

    /** Logarithm of a window's mean over that of the weeks around a day; small ones drawn to 0. */
    private double log(int at, int from, int to) {
      double around =
          (sum(at - FAR, at - NEAR) + sum(at + NEAR + 1, at + FAR + 1)) / (2.0 * (FAR - NEAR));
      double own = sum(from, to) / (to - from);
      double little = mean / 10;
      return Math.log((own + little) / (around + little));
    }

    private double sum(int from, int to) {
      return Arrays.stream(days, from, to).sum();
    }

    /** Deviation of windows that no holiday lies in. */
    private double usual(List<Country.Feast> feasts) {
      IntPredicate free =
          at ->
              feasts.stream()
                  .mapToLong(feast -> feast.date().toEpochDay() - first.toEpochDay() - at)
                  .noneMatch(ahead -> ahead >= -LEAD - TRAIL && ahead <= LEAD);
      double squares = 0;
      int n = 0;
      for (int at = FAR; at + FAR < days.length; at += TRAIL) {
        if (free.test(at)) {
          double log = log(at, at - LEAD, at);
          squares += log * log;
          n++;
        }
      }
      return n == 0 ? 0 : Math.sqrt(squares / n);
    }
  }
}
