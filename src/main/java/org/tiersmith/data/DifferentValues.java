package org.tiersmith.data;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The different values of columns of the table {@code events}, each column grouped once for all who
 * ask, until rows leave the table. They are kept as tables, for DuckDB would rather ask every row
 * than look for different values first.
 */
final class DifferentValues {
  /** Columns whose values repeat, so that grouping them costs less than asking every row. */
  private static final Set<String> REPEATING = Set.of("customer_id", "product_id", "type", "store");

  private final Duck duck;
  private final Map<String, String> tables = new HashMap<>();

  DifferentValues(Duck duck) {
    this.duck = duck;
  }

  /**
   * The table of a column's values: {@code v}, each once, missing ones as one; {@link
   * Staging#LINE}, where it first stands.
   */
  String of(String column) {
    return tables.computeIfAbsent(column, this::group);
  }

  /**
   * Whether a condition holds for any value of a column.
   *
   * @param condition SQL over the text {@code v}
   */
  boolean isAny(String column, String condition) {
    String rows =
        doesRepeat(column) ? of(column) : "(SELECT " + Duck.name(column) + " AS v FROM events)";
    return duck.whole(
            "SELECT count(*) FROM (SELECT v::VARCHAR AS v FROM " + rows + ") WHERE " + condition)
        > 0;
  }

  /** Forgets what was grouped, when rows have left the table. */
  void forget() {
    tables.values().forEach(table -> duck.run("DROP TABLE " + table));
    tables.clear();
  }

  private String group(String column) {
    String table = "different_" + tables.size();
    duck.run(
        String.format(
            "CREATE TEMP TABLE %s AS SELECT %s AS v, min(%3$s) AS %3$s FROM events GROUP BY 1",
            table, Duck.name(column), Staging.LINE));
    return table;
  }

  private boolean doesRepeat(String column) {
    return tables.containsKey(column)
        || REPEATING.contains(column)
        || duck.list(
                String.format(
                    "SELECT approx_count_distinct(%1$s) * 4 < count(%1$s) FROM events",
                    Duck.name(column)),
                row -> row.flag(0))
            .getFirst();
  }
}
