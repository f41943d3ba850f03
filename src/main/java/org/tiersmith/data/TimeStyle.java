package org.tiersmith.data;

import org.jspecify.annotations.Nullable;

/**
 * How the dates of a column are written, decided for the column as a whole.
 *
 * @param dayFirst whether 5/11/2018 is 5 November
 * @param digits what numbers of 5, 10 or 12 digits mean: {@code serial} (days as spreadsheets count
 *     them), {@code packed} (2019010115, 201901011504), or nothing of these
 * @param plain whether every value is an ISO 8601 timestamp without offset
 * @param open a date such as 05.11.2018 where neither a date nor a person decides what comes first;
 *     null where that is decided, or bears on nothing
 */
record TimeStyle(boolean dayFirst, String digits, boolean plain, @Nullable String open) {
  /** Days from 1970 to 2119 as spreadsheets count them. */
  private static final String SERIAL =
      "regexp_full_match(x, '\\d{5}(\\.\\d+)?') AND try_cast(x AS DOUBLE) BETWEEN 25569 AND 80000";

  private static final String PACKED =
      "regexp_full_match(x, '(19|20)\\d{8}(\\d\\d)?') AND try_strptime(x || left('0000', 14 -"
          + " length(x)), '%Y%m%d%H%M%S') IS NOT NULL";

  private static final String SLASHED = "'^(\\d{1,2})[./-](\\d{1,2})[./-]\\d'";

  /**
   * Looks at all values of a column. Dates with dots, where nothing denies it, name the day first:
   * so they do wherever dots are usual.
   *
   * @param chosen whether the day comes first, as a person said; null where nobody did
   * @param european whether the file has habits of places that write the day first
   */
  static TimeStyle of(
      Duck duck, String table, String column, @Nullable Boolean chosen, boolean european) {
    String c = Duck.name(column);
    long odd =
        duck.whole(
            String.format(
                "SELECT count(%1$s) - count(CASE WHEN NOT ts_zoned(%1$s) THEN ts_iso(%1$s) END)"
                    + " FROM %2$s",
                c, table));
    if (odd == 0) {
      return new TimeStyle(chosen == null ? european : chosen, "", true, null);
    }
    String votes =
        String.format(
            "SELECT count_if(a > 12 AND b <= 12), count_if(b > 12 AND a <= 12), count_if(%3$s),"
                + " count_if(%4$s), count_if(regexp_full_match(x, '\\d+(\\.\\d+)?')),"
                + " count_if(regexp_matches(x, '^\\d{1,2}\\.\\d{1,2}\\.')) * 2 > count(a),"
                + " min(CASE WHEN a <= 12 AND b <= 12 AND a <> b THEN x END) FROM (SELECT"
                + " x, try_cast(regexp_extract(x, %5$s, 1) AS INTEGER) AS a,"
                + " try_cast(regexp_extract(x, %5$s, 2) AS INTEGER) AS b FROM (SELECT"
                + " ts_ascii(ts_unquoted(%1$s)) AS x FROM %2$s))",
            c, table, SERIAL, PACKED, SLASHED);
    return duck.list(
            votes,
            row -> {
              boolean all = row.whole(4) > 0;
              String digits =
                  all && row.whole(2) == row.whole(4)
                      ? "serial"
                      : all && row.whole(3) == row.whole(4) ? "packed" : "";
              boolean decided = row.whole(0) != row.whole(1);
              boolean own = decided ? row.whole(0) > row.whole(1) : european || row.flag(5);
              return chosen == null
                  ? new TimeStyle(own, digits, false, decided ? null : row.text(6))
                  : new TimeStyle(chosen, digits, false, null);
            })
        .getFirst();
  }

  /** Whether of values of a form all that can be cast to a timestamp are plain. */
  static boolean isPlain(String shape) {
    boolean long19 = shape.length() == 19 && shape.charAt(16) == ':';
    return (shape.length() == 10 || long19) && (shape.charAt(4) == '-' || shape.charAt(4) == '/');
  }

  /** SQL that is true of a value that is not plain; cheap for the lengths that most dates have. */
  static String notPlain(String column) {
    return String.format(
        "%1$s IS NOT NULL AND CASE WHEN (length(%1$s) = 10 OR (length(%1$s) = 19 AND substr(%1$s,"
            + " 17, 1) = ':')) AND substr(%1$s, 5, 1) IN ('-', '/') THEN try_cast(%1$s AS"
            + " TIMESTAMP) IS NULL ELSE CASE WHEN NOT ts_zoned(%1$s) THEN ts_iso(%1$s) END IS NULL"
            + " END",
        Duck.name(column));
  }

  /** The SQL of a value as a timestamp, missing where it is none. */
  String sql(String column) {
    String c = Duck.name(column);
    return plain
        ? "ts_sane(try_cast(" + c + " AS TIMESTAMP))"
        : "ts_time(" + c + ", " + dayFirst + ", " + Duck.text(digits) + ")";
  }
}
