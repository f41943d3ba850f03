package org.tiersmith.data;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The days that events are of. The last one is "today" for whatever is told as of now, so a few
 * mistyped dates must not move it: left out is what is dated after the import, and, at either end,
 * what lies more than {@value #FAR} days from the rest and is at most one in {@value #FEW} of all
 * events, or is one day with at most one in {@value #FEW_OF_A_DAY} of them that lies more than
 * {@value #VERY_FAR} days from the rest, where no other two days lie half as far apart.
 *
 * @param first the first day, 1970-01-01 where there is no event
 * @param last the last day, 1970-01-01 where there is no event
 */
public record DaySpan(LocalDate first, LocalDate last) {
  private static final int FAR = 60;
  private static final int FEW = 500;
  private static final int VERY_FAR = 180;
  private static final int FEW_OF_A_DAY = 50;

  private record Day(long day, long events) {}

  /** The span of the tables' events. */
  public static DaySpan of(Duck duck, Tables tables) {
    List<Day> days =
        duck.list(
            "SELECT date_diff('day', DATE '1970-01-01', \"timestamp\"::DATE) AS day, count(*) FROM "
                + Duck.parquet(tables.events())
                + " WHERE \"timestamp\" IS NOT NULL GROUP BY 1 ORDER BY 1",
            row -> new Day(row.whole(0), row.whole(1)));
    if (days.isEmpty()) {
      return new DaySpan(LocalDate.EPOCH, LocalDate.EPOCH);
    }
    long until = tables.until().toEpochDay();
    List<Day> past = days.stream().filter(each -> each.day() <= until).toList();
    return past.isEmpty() ? of(days) : of(past);
  }

  private static DaySpan of(List<Day> days) {
    int last = days.size() - 1 - strays(days.reversed());
    return new DaySpan(
        LocalDate.ofEpochDay(days.get(strays(days)).day()),
        LocalDate.ofEpochDay(days.get(last).day()));
  }

  /** How many days at the start of the list are not to be believed. */
  private static int strays(List<Day> days) {
    long all = days.stream().mapToLong(Day::events).sum();
    long seen = 0;
    int strays = 0;
    for (int i = 0; i + 1 < days.size(); i++) {
      seen += days.get(i).events();
      if (seen * FEW > all) {
        break;
      }
      if (gap(days, i) > FAR) {
        strays = i + 1;
      }
    }
    return strays == 0 && isAlone(days) ? 1 : strays;
  }

  /** Whether the first day of the list is far off where the shop had no such pauses otherwise. */
  private static boolean isAlone(List<Day> days) {
    long all = days.stream().mapToLong(Day::events).sum();
    if (days.size() < 2 || days.getFirst().events() * FEW_OF_A_DAY > all) {
      return false;
    }
    // The last day is left out, too: it may be as wrong as the first.
    long pause = IntStream.range(1, days.size() - 2).mapToLong(i -> gap(days, i)).max().orElse(0);
    return gap(days, 0) > Math.max(VERY_FAR, 2 * pause);
  }

  private static long gap(List<Day> days, int i) {
    return Math.abs(days.get(i + 1).day() - days.get(i).day());
  }

  /** A condition on a column with a time or a day: whether it has come by the last day. */
  public String reached(String column) {
    return "(" + column + " < DATE '" + last.plusDays(1) + "')";
  }

  /** A condition on a column with a time or a day: whether it is within the span. */
  public String holds(String column) {
    return "(" + column + " >= DATE '" + first + "' AND " + reached(column) + ")";
  }
}
