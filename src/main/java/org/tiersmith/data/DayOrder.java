package org.tiersmith.data;

/** Finds whether dates such as 5/11/2018 name the day first, from all dates of a column. */
final class DayOrder {
  private DayOrder() {}

  /**
   * Day first where more dates make sense only so than only the other way; where none decides, by
   * the file's other habits.
   *
   * @param european whether the file has habits of places that write the day first
   */
  static boolean dayFirst(Duck duck, String table, boolean european) {
    return duck.list(
            "SELECT count_if(a > 12 AND b <= 12), count_if(b > 12 AND a <= 12) FROM (SELECT"
                + " try_cast(regexp_extract(\"timestamp\", '^(\\d{1,2})[/-]\\d{1,2}[/-]', 1) AS"
                + " INTEGER) AS a, try_cast(regexp_extract(\"timestamp\","
                + " '^\\d{1,2}[/-](\\d{1,2})[/-]', 1) AS INTEGER) AS b FROM "
                + table
                + " WHERE substr(\"timestamp\", 2, 1) IN ('/', '-') OR substr(\"timestamp\", 3, 1)"
                + " IN ('/', '-'))",
            row -> row.whole(0) == row.whole(1) ? european : row.whole(0) > row.whole(1))
        .getFirst();
  }
}
