package org.tiersmith.data;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds out what the columns of a table hold, each when somebody asks: first from a sample of rows,
 * and from all rows where the sample saw a number or a timestamp.
 */
final class ColumnLook {
  private static final int FIRST = 5000;
  private static final int SPREAD = 20_000;

  private final Duck duck;
  private final RawTable table;
  private final String sample;
  private final Map<String, ColumnFacts> facts = new HashMap<>();

  ColumnLook(Duck duck, RawTable table) {
    this.duck = duck;
    this.table = table;
    this.sample = table.table() + "_sample";
    duck.run(
        String.format(
            "CREATE OR REPLACE TEMP TABLE %1$s AS SELECT * FROM %2$s WHERE %3$s <= %4$d OR"
                + " hash(%3$s) %% %5$d = 0",
            sample, table.table(), Staging.LINE, FIRST, 1 + table.rows() / SPREAD));
  }

  /** What a column holds. */
  ColumnFacts at(String column) {
    return facts.computeIfAbsent(column, this::look);
  }

  /** The facts of rows that are a sample, exact where they say that the column is no text. */
  private ColumnFacts look(String column) {
    ColumnFacts first = closer(sample, column, plain(sample, column));
    if (!first.isOpen()) {
      return first;
    }
    ColumnFacts all = plain(table.table(), column);
    return all.isPlain() ? all : closer(table.table(), column, all);
  }

  private ColumnFacts plain(String rows, String column) {
    return duck.list(
            String.format(
                "SELECT count(%1$s), count(ts_finite(try_cast(%1$s AS DOUBLE))), count_if(left("
                    + "%1$s, 1) = '0' AND substr(%1$s, 2, 1) BETWEEN '0' AND '9'),"
                    + " count_if(contains(%1$s, '.') OR contains(%1$s, 'e') OR contains(%1$s,"
                    + " 'E')) FROM %2$s",
                Duck.name(column), rows),
            row ->
                new ColumnFacts(
                    row.whole(0), row.whole(1), row.whole(1), false, row.whole(2), row.whole(3), 0))
        .getFirst();
  }

  /** Numbers in other than plain form, and timestamps. */
  private ColumnFacts closer(String rows, String column, ColumnFacts plain) {
    boolean comma = hasDecimalCommas(rows, column);
    return duck.list(
            String.format(
                "SELECT count(ts_number(%1$s, %2$s)), count(CASE WHEN %1$s SIMILAR TO"
                    + " '[0-9]{4}.*' THEN try_cast(%1$s AS TIMESTAMP) END) FROM %3$s",
                Duck.name(column), comma, rows),
            row ->
                new ColumnFacts(
                    plain.values(),
                    plain.plain(),
                    row.whole(0),
                    comma,
                    plain.zeros(),
                    plain.isPlain() ? plain.fractions() : plain.values(),
                    row.whole(1)))
        .getFirst();
  }

  private boolean hasDecimalCommas(String rows, String column) {
    return duck.list(
            String.format(
                "SELECT count_if(regexp_full_match(x, '[+-]?[\\d.]*\\d,(\\d{1,2}|\\d{4,})')),"
                    + " count_if(regexp_full_match(x, '[+-]?[\\d.]*\\d,\\d+')),"
                    + " count_if(regexp_full_match(x, '[+-]?\\d{1,3}(,\\d{3})+\\.\\d+'))"
                    + " FROM (SELECT replace(ts_bare(%1$s), '%%', '') AS x FROM (FROM %2$s)"
                    + " WHERE contains(%1$s, ','))",
                Duck.name(column), rows),
            row ->
                row.whole(2) == 0 && (row.whole(0) > 0 || (table.semicolon() && row.whole(1) > 0)))
        .getFirst();
  }
}
