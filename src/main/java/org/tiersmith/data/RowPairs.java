package org.tiersmith.data;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Finds the row of an old table that each row of a newer one brings up to date, if any: each row
 * meets one other at most. Rows meet by their ids where both tables' files told them. What is left
 * meets by customer, product, time and type unless both have ids: equal rows first, then the others
 * in the order of their files.
 */
final class RowPairs {
  /**
   * The loaded tables; {@code __n} is a row's number, {@code __told} whether its file has its id.
   */
  static final String OLD = "old_rows";

  static final String FRESH = "fresh_rows";

  /** The pairs: numbers {@code o} and {@code f}. */
  static final String PAIRS = "pairs";

  private static final String MADE = "NOT __told";
  private static final String KEY = "customer_id, product_id, \"timestamp\", type";

  private final Duck duck;
  private final TableKind kind;
  private final String id;

  RowPairs(Duck duck, TableKind kind) {
    this.duck = duck;
    this.kind = kind;
    this.id = id(kind);
  }

  /** The column of a table's ids. */
  static String id(TableKind kind) {
    return switch (kind) {
      case CUSTOMERS -> "customer_id";
      case PRODUCTS -> "product_id";
      case EVENTS -> "event_id";
    };
  }

  /**
   * Loads both tables and pairs their rows.
   *
   * @param oldIds whether any of the old events' ids came from a file
   * @param shared the columns that both have
   */
  void find(Tables old, Tables fresh, boolean oldIds, List<String> shared) {
    String told = kind == TableKind.EVENTS ? EventIds.isTold(id) : "true";
    String oldTold = kind != TableKind.EVENTS || oldIds ? told : "false";
    boolean byContent = lacksId(old, oldTold) || lacksId(fresh, told);
    String hashes = byContent ? hashes(shared) : "";
    load(OLD, old, oldTold, hashes);
    load(FRESH, fresh, told, hashes);
    byId();
    if (byContent) {
      boolean some = count(OLD, "__told") > 0;
      for (boolean equal : new boolean[] {true, false}) {
        byContent(MADE, "true", equal);
        if (some) {
          byContent("__told", MADE, equal);
        }
      }
    }
  }

  private boolean lacksId(Tables tables, String told) {
    return !told.equals("true") && count(Duck.parquet(tables.of(kind)), "NOT (" + told + ")") > 0;
  }

  private void load(String table, Tables from, String told, String hashes) {
    duck.run(
        String.format(
            "CREATE TABLE %1$s AS SELECT *, file_row_number AS __n, hash(%2$s) AS __id, %3$s AS"
                + " __told%4$s FROM read_parquet(%5$s, file_row_number = true)",
            table, Duck.name(id), told, hashes, Duck.text(from.of(kind))));
  }

  /** What rows without ids meet by: their key, and all that both tables tell of them. */
  private String hashes(List<String> shared) {
    String content =
        shared.stream()
            .filter(column -> !column.toLowerCase(Locale.ROOT).equals(id))
            .map(column -> Duck.name(column) + "::VARCHAR")
            .collect(Collectors.joining(", "));
    return ", hash(" + KEY + ") AS __k, hash(" + content + ") AS __h";
  }

  /** Ids are unique unless an older import made some that equal those of its file. */
  private void byId() {
    String rows = "SELECT __n, __id%s FROM %s WHERE __told";
    boolean repeat = repeats(OLD) || repeats(FRESH);
    String number = repeat ? ", row_number() OVER (PARTITION BY __id ORDER BY __n) AS d" : "";
    duck.run(
        String.format(
            "CREATE TABLE %s AS SELECT o.__n AS o, f.__n AS f FROM (%s) AS o JOIN (%s) AS f USING"
                + " (__id%s)",
            PAIRS,
            String.format(rows, number, OLD),
            String.format(rows, number, FRESH),
            repeat ? ", d" : ""));
  }

  private boolean repeats(String table) {
    return kind == TableKind.EVENTS
        && duck.whole("SELECT count(*) - count(DISTINCT __id) FROM " + table + " WHERE __told") > 0;
  }

  private void byContent(String oldRows, String freshRows, boolean equal) {
    String keys = equal ? "__k, __h" : "__k";
    String left =
        "SELECT __n, "
            + keys
            + ", row_number() OVER (PARTITION BY "
            + keys
            + " ORDER BY __n) AS d FROM %s WHERE %s AND __n NOT IN (SELECT %s FROM "
            + PAIRS
            + ")";
    duck.run(
        String.format(
            "INSERT INTO %s SELECT o.__n, f.__n FROM (%s) AS o JOIN (%s) AS f USING (%s, d)",
            PAIRS,
            String.format(left, OLD, oldRows, "o"),
            String.format(left, FRESH, freshRows, "f"),
            keys));
  }

  private long count(String table, String condition) {
    return duck.whole("SELECT count(*) FROM " + table + " WHERE " + condition);
  }
}
