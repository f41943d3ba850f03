package org.tiersmith.profile.season;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tiersmith.data.Duck;
import org.tiersmith.data.PurchaseSql;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Problem;
import org.tiersmith.task.JobContext;

/**
 * What was bought of each category on each day: purchases, and exposures that were taken.
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

  private static final String BOUGHT = " WHERE " + PurchaseSql.IS_PURCHASE;
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

    private static Grouping of(Duck duck, Tables tables) {
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

    double total() {
      return Arrays.stream(units).sum();
    }
  }

  /**
   * Counts; a second or two for five million events.
   *
   * @throws Problem where nothing was bought
   */
  public static Demand of(Tables tables, JobContext context) {
    try (Duck duck = Duck.open(context)) {
      return of(duck, tables);
    }
  }

  private static Demand of(Duck duck, Tables tables) {
    Grouping grouping = Grouping.of(duck, tables);
    String events = Duck.parquet(tables.events());
    String day = "date_diff('day', DATE '1970-01-01', \"timestamp\"::DATE)";
    long[] span = new long[2];
    duck.each(
        "SELECT min(" + day + "), max(" + day + ") FROM " + events + BOUGHT,
        row -> {
          span[0] = row.whole(0);
          span[1] = row.whole(1);
        });
    int days = (int) (span[1] - span[0] + 1);
    Map<String, Category> categories = new LinkedHashMap<>();
    Category all = new Category(ALL, new double[days], new double[days]);
    duck.each(
        "SELECT coalesce("
            + grouping.column
            + ", ''), day, sum(units), sum(revenue) FROM (SELECT product_id, "
            + day
            + " AS day, sum("
            + PurchaseSql.UNITS
            + ") AS units, sum("
            + PurchaseSql.PAID
            + ") AS revenue FROM "
            + PurchaseSql.events(tables)
            + BOUGHT
            + " GROUP BY ALL) LEFT JOIN "
            + Duck.parquet(tables.products())
            + " USING (product_id) GROUP BY ALL ORDER BY ALL",
        row -> {
          int at = (int) (row.whole(1) - span[0]);
          add(all, at, row.number(2), row.number(3));
          if (!row.words(0).isBlank()) {
            add(
                categories.computeIfAbsent(
                    row.words(0), name -> new Category(name, new double[days], new double[days])),
                at,
                row.number(2),
                row.number(3));
          }
        });
    if (all.total() <= 0) {
      throw Problem.of(
          "season.no-purchases", "Nothing was bought in these data, so demand has no seasons.");
    }
    List<Category> sorted = new ArrayList<>(List.of(all));
    categories.values().stream()
        .sorted(Comparator.comparingDouble(Category::total).reversed())
        .limit(grouping.most)
        .forEach(sorted::add);
    LocalDate first = LocalDate.ofEpochDay(span[0]);
    return new Demand(first, grouping, openDays(first, all.units()), List.copyOf(sorted));
  }

  private static void add(Category to, int at, double units, double revenue) {
    to.units()[at] += units;
    to.revenue()[at] += revenue;
  }

  private static List<DayOfWeek> openDays(LocalDate first, double[] units) {
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
