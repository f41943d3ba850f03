package org.tiersmith.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the values of a column have in common.
 *
 * @param values cells with a value
 * @param numbers cells that read as numbers
 * @param comma whether its numbers have decimal commas
 * @param zeros cells that begin with a zero before another digit, as codes do
 * @param fractions cells with a point or an exponent
 * @param instants cells that read as ISO timestamps
 */
record ColumnFacts(
    long values, long numbers, boolean comma, long zeros, long fractions, long instants) {
  private static final double MOSTLY = 0.95;

  /** A column without a number or an instant in these has none worth a closer look. */
  private static final String FIRST_LINES = " WHERE " + Staging.LINE + " <= 5000";

  /** Looks at all columns of a table. */
  static Map<String, ColumnFacts> of(Duck duck, RawTable table) {
    Map<String, ColumnFacts> facts = plain(duck, table);
    for (String column : table.columns()) {
      ColumnFacts fact = facts.get(column);
      if (fact != null && fact.numbers < fact.values) {
        ColumnFacts first = closer(duck, table.table() + FIRST_LINES, table, column, fact);
        boolean worthIt = first.numbers > 0 || first.instants > 0 || fact.numbers > 0;
        facts.put(column, worthIt ? closer(duck, table.table(), table, column, fact) : fact);
      }
    }
    return facts;
  }

  /** Whether every value is a number and none a code. */
  boolean allNumbers() {
    return values > 0 && numbers == values && zeros == 0;
  }

  /** Type of the column in expressions: what most of its values are. */
  String expressionType() {
    if (values > 0 && numbers >= MOSTLY * values && zeros == 0) {
      return fractions == 0 && numbers == values ? "BIGINT" : "DOUBLE";
    }
    return values > 0 && instants == values ? "TIMESTAMP" : "VARCHAR";
  }

  private static Map<String, ColumnFacts> plain(Duck duck, RawTable table) {
    List<String> parts = new ArrayList<>();
    for (String column : table.columns()) {
      String c = Duck.name(column);
      parts.add(
          String.format(
              "count(%1$s), count(ts_finite(try_cast(%1$s AS DOUBLE))),"
                  + " count_if(%1$s LIKE '0_%%' AND substr(%1$s, 2, 1) BETWEEN '0' AND '9'),"
                  + " count_if(contains(%1$s, '.') OR contains(lower(%1$s), 'e'))",
              c));
    }
    Map<String, ColumnFacts> facts = new LinkedHashMap<>();
    duck.each(
        "SELECT " + String.join(", ", parts) + " FROM " + table.table(),
        row -> {
          int at = 0;
          for (String column : table.columns()) {
            facts.put(
                column,
                new ColumnFacts(
                    row.whole(at),
                    row.whole(at + 1),
                    false,
                    row.whole(at + 2),
                    row.whole(at + 3),
                    0));
            at += 4;
          }
        });
    return facts;
  }

  /** Numbers in other than plain form, and timestamps. */
  private static ColumnFacts closer(
      Duck duck, String rows, RawTable table, String column, ColumnFacts plain) {
    boolean comma = hasDecimalCommas(duck, rows, table.semicolon(), column);
    String c = Duck.name(column);
    return duck.list(
            String.format(
                "SELECT count(ts_number(%1$s, %2$s)), count(CASE WHEN %1$s SIMILAR TO"
                    + " '[0-9]{4}.*' THEN try_cast(%1$s AS TIMESTAMP) END) FROM %3$s",
                c, comma, rows),
            row ->
                new ColumnFacts(
                    plain.values, row.whole(0), comma, plain.zeros, plain.values, row.whole(1)))
        .getFirst();
  }

  private static boolean hasDecimalCommas(
      Duck duck, String rows, boolean semicolon, String column) {
    return duck.list(
            String.format(
                "SELECT count_if(regexp_full_match(x, '[+-]?[\\d.]*\\d,(\\d{1,2}|\\d{4,})')),"
                    + " count_if(regexp_full_match(x, '[+-]?[\\d.]*\\d,\\d+')),"
                    + " count_if(regexp_full_match(x, '[+-]?\\d{1,3}(,\\d{3})+\\.\\d+'))"
                    + " FROM (SELECT replace(ts_bare(%1$s), '%%', '') AS x FROM (FROM %2$s)"
                    + " WHERE contains(%1$s, ','))",
                Duck.name(column), rows),
            row -> row.whole(2) == 0 && (row.whole(0) > 0 || (semicolon && row.whole(1) > 0)))
        .getFirst();
  }
}
