package org.tiersmith.data;

import java.util.ArrayList;
import java.util.List;

/** Ids of a table as indices, in the order of their first row; the table has file_row_number. */
final class Indexed {
  private Indexed() {}

  /** The distinct ids. */
  static List<String> ids(Duck duck, String table, String column) {
    return new ArrayList<>(
        duck.list(
            "SELECT " + column + " FROM " + table + " GROUP BY 1 ORDER BY min(file_row_number)",
            row -> row.words(0)));
  }

  /** A join that gives each row its id's index as {@code alias.i}. */
  static String join(String table, String column, String alias) {
    return String.format(
        " JOIN (SELECT %2$s, row_number() OVER (ORDER BY min(file_row_number)) - 1 AS i FROM %1$s"
            + " GROUP BY 1) AS %3$s USING (%2$s)",
        table, column, alias);
  }
}
