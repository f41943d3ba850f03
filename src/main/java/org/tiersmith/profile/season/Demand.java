package org.tiersmith.profile.season;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import org.tiersmith.data.DaySpan;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Problem;
import org.tiersmith.task.JobContext;

/**
 * What was bought of each category on each day: purchases, and exposures that were taken. A few
 * days far from the rest are left out ({@link DaySpan}), for a mistyped date would add years of
 * nothing.
 *
 * @param firstDay the first day with a purchase; days without one up to the last are zeros
 * @param grouping what the categories are
 * @param openDays weekdays on which at least one in a hundred of the purchases happened
 * @param categories the whole shop first, then by units, the most first
 */
public record Demand(
    LocalDate firstDay, Grouping grouping, List<DayOfWeek> openDays, List<Category> categories) {
  /** Name of the whole shop among the categories. */
  public static final String ALL = "";

  private static final double OPEN_SHARE = 0.01;

  /** What stands for categories in a shop. */
  public enum Grouping {
    CATEGORY("category", 1_000),
    /** Where products have no category. */
    BRAND("brand", 200),
    /** Where they have neither; the most bought ones by title. */
    PRODUCT("title", 50);

    private final String column;
    private final int most;

    Grouping(String column, int most) {
      this.column = column;
      this.most = most;
    }

    String column() {
      return column;
    }

    /** How many of them are looked at. */
    int most() {
      return most;
    }

    static Grouping of(Duck duck, Tables tables) {
      return Arrays.stream(values())
          .filter(
              each ->
                  duck.whole(
                          "SELECT count(nullif(trim("
                              + each.column
                              + "), '')) FROM "
                              + Duck.parquet(tables.products()))
                      > 0)
          .findFirst()
          .orElse(CATEGORY);
    }
  }

  /**
   * A category's days.
   *
   * @param name {@link #ALL} for the whole shop
   * @param units a day
   * @param revenue a day, what customers paid
   */
  public record Category(String name, double[] units, double[] revenue) {
    /** The days of a measure. */
    public double[] days(Measure measure) {
      return measure == Measure.UNITS ? units : revenue;
    }

    void add(int day, double moreUnits, double moreRevenue) {
      units[day] += moreUnits;
      revenue[day] += moreRevenue;
    }
  }

  /**
   * Counts; a second or two for five million events.
   *
   * @throws Problem where nothing was bought
   */
  public static Demand of(Tables tables, JobContext context) {
    try (Duck duck = Duck.open(context)) {
      return new DemandCount(duck, tables).count();
    }
  }

  static List<DayOfWeek> openDays(LocalDate first, double[] units) {
    double[] sums = new double[DayOfWeek.values().length];
    for (int i = 0; i < units.length; i++) {
      sums[first.plusDays(i).getDayOfWeek().ordinal()] += units[i];
    }
    double all = Arrays.stream(sums).sum();
    return Arrays.stream(DayOfWeek.values())
        .filter(weekday -> sums[weekday.ordinal()] >= OPEN_SHARE * all)
        .toList();
  }

  public int days() {
    return categories.getFirst().units().length;
  }

  /** Sums of whole weeks from Monday on; a week of which open days are not covered is left out. */
  public WeeklySeries weeks(Category category, Measure measure) {
    double[] days = category.days(measure);
    LocalDate monday = firstDay.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    if (firstDay.isAfter(monday.with(TemporalAdjusters.nextOrSame(openDays.getFirst())))) {
      monday = monday.plusWeeks(1);
    }
    LocalDate lastDay = firstDay.plusDays(days.length - 1L);
    int toLastOpen = openDays.getLast().ordinal();
    int weeks = 0;
    while (!monday.plusWeeks(weeks).plusDays(toLastOpen).isAfter(lastDay)) {
      weeks++;
    }
    double[] sums = new double[weeks];
    int offset = (int) (monday.toEpochDay() - firstDay.toEpochDay());
    for (int w = 0; w < weeks; w++) {
      int from = offset + 7 * w;
      for (int d = Math.max(0, from); d < Math.min(days.length, from + 7); d++) {
        sums[w] += days[d];
      }
    }
    return new WeeklySeries(monday, sums);
  }
}
