package org.tiersmith.data;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds out what the columns of a table hold, each when somebody asks: first from a sample of rows,
 * and from all rows where the sample does not settle it. Of a streamed table it knows the first
 * rows only: what it says there is to be checked when all are read.
 */
final class ColumnLook {
  private static final int FIRST = 5000;
  private static final int BLOCK = 2048;
  private static final int BLOCKS = 8;

  /** Rows to look at of a table that is read anew with every query. */
  private static final int STREAMED = 20_000;

  private final Duck duck;
  private final RawTable table;
  private final String sample;
  private final DecimalSign sign;
  private final String all;
  private final Map<String, NumberFacts> numbers = new HashMap<>();
  private final Map<String, String> types = new HashMap<>();

  /**
   * Looks at a table.
   *
   * @param format what a person said of the file
   */
  ColumnLook(Duck duck, RawTable table, FileFormat format) {
    this.duck = duck;
    this.table = table;
    this.sample = table.table() + "_sample";
    this.all = table.streamed() ? sample : table.table();
    if (table.streamed()) {
      duck.run(
          String.format(
              "CREATE OR REPLACE TABLE %s AS FROM %s LIMIT %d", sample, table.table(), STREAMED));
    } else {
      sample();
    }
    this.sign = new DecimalSign(duck, sample, table, format);
  }

  private void sample() {
    StringBuilder rows = new StringBuilder();
    for (int i = 1; i <= BLOCKS; i++) {
      long from = Math.max(FIRST, i * table.rows() / BLOCKS - BLOCK);
      rows.append(
          String.format(" OR %1$s BETWEEN %2$d AND %3$d", Staging.LINE, from, from + BLOCK));
    }
    duck.run(
        String.format(
            "CREATE OR REPLACE TABLE %s AS SELECT * FROM %s WHERE %s <= %d%s",
            sample, table.table(), Staging.LINE, FIRST, rows));
  }

  /** The rows from which the answers come: all, or the first ones of a streamed table. */
  String rows() {
    return all;
  }

  /** What a column holds as numbers; exact unless hardly any value of a sample is a number. */
  NumberFacts numbers(String column) {
    return numbers.computeIfAbsent(column, this::lookForNumbers);
  }

  /** Whether every value of a column is a number and none a code such as 00123. */
  boolean isNumeric(String column) {
    NumberFacts found = numbers(column);
    return found.values() > 0 && found.numbers() == found.values() && !hasCodes(column);
  }

  private boolean hasCodes(String column) {
    return count("left(%1$s, 1) = '0' AND substr(%1$s, 2, 1) BETWEEN '0' AND '9'", column) > 0;
  }

  /** Type of a column in expressions: what most of its values are. */
  String expressionType(String column) {
    return types.computeIfAbsent(column, this::lookForType);
  }

  private String lookForType(String column) {
    NumberFacts found = numbers(column);
    if (found.isMostlyNumbers() && !hasCodes(column)) {
      boolean whole =
          found.isPlain()
              && count("contains(%1$s, '.') OR contains(%1$s, 'e') OR contains(%1$s, 'E')", column)
                  == 0;
      return whole ? "BIGINT" : "DOUBLE";
    }
    return areInstants(sample, column) && areInstants(all, column) ? "TIMESTAMP" : "VARCHAR";
  }

  private boolean areInstants(String rows, String column) {
    return duck.list(
            String.format(
                "SELECT count(%1$s) > 0 AND count(%1$s) = count(CASE WHEN %1$s SIMILAR TO"
                    + " '[0-9]{4}.*' THEN ts_iso(%1$s) END) FROM %2$s",
                Duck.name(column), rows),
            row -> row.flag(0))
        .getFirst();
  }

  private NumberFacts lookForNumbers(String column) {
    NumberFacts first = plain(sample, column);
    if (!first.isPlain()) {
      first = closer(sample, column, first);
    }
    if (first.values() > 0 && first.numbers() == 0) {
      return first;
    }
    NumberFacts exact = plain(all, column);
    return exact.isPlain() && !sign.mayMislead(column) ? exact : closer(all, column, exact);
  }

  private NumberFacts plain(String rows, String column) {
    return duck.list(
            String.format(
                "SELECT count(%1$s), count(ts_finite(try_cast(%1$s AS DOUBLE))) FROM %2$s",
                Duck.name(column), rows),
            row -> new NumberFacts(row.whole(0), row.whole(1), row.whole(1), false))
        .getFirst();
  }

  /** Numbers in other than plain form too. */
  private NumberFacts closer(String rows, String column, NumberFacts plain) {
    boolean comma = sign.isComma(rows, column);
    return duck.list(
            String.format(
                "SELECT coalesce(sum(n), 0) FROM (SELECT %1$s AS x, count(*) AS n FROM %3$s GROUP"
                    + " BY 1) WHERE ts_number(x, %2$s) IS NOT NULL",
                Duck.name(column), comma, rows),
            row -> new NumberFacts(plain.values(), plain.plain(), row.whole(0), comma))
        .getFirst();
  }

  private long count(String condition, String column) {
    return duck.whole(
        "SELECT count(*) FROM " + all + " WHERE " + String.format(condition, Duck.name(column)));
  }
}
