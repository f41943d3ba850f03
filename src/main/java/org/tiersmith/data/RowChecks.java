package org.tiersmith.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Checks that the rows of a parsed table must pass; a row that fails becomes a reject, with the
 * first check that it failed as its reason.
 */
final class RowChecks {
  private final List<Check> checks = new ArrayList<>();

  /**
   * A check.
   *
   * @param reason text key
   * @param fails SQL condition, true for a bad row
   * @param message SQL text
   */
  private record Check(String reason, String fails, String message) {}

  /** Adds a check whose message is SQL that may use the row's columns. */
  RowChecks add(String reason, String fails, String message) {
    checks.add(new Check(reason, fails, message));
    return this;
  }

  /** A value that must be there. */
  RowChecks present(String column, String reason, String what) {
    return add(reason, column + " IS NULL", Duck.text("The " + what + " is missing."));
  }

  /** A number that was written but can't be read; {@code __column} holds what was written. */
  RowChecks number(String column) {
    return add(
        "import.bad-number",
        "__" + column + " IS NOT NULL AND " + column + " IS NULL",
        concat("'The " + column + " \"'", shown("__" + column), "'\" is not a number.'"));
  }

  /** An id of which only the first row counts. */
  RowChecks unique(String column) {
    return add(
        "import.duplicate-id",
        column
            + " IS NOT NULL AND row_number() OVER (PARTITION BY "
            + column
            + " ORDER BY "
            + Staging.LINE
            + ") > 1",
        concat("'The id \"'", shown(column), "'\" was given before; the first row is kept.'"));
  }

  /** Moves the rows of a table that fail a check to the rejects. */
  void apply(Duck duck, String table, RawTable raw) {
    StringBuilder reason = new StringBuilder("CASE");
    StringBuilder message = new StringBuilder("CASE");
    for (int i = 0; i < checks.size(); i++) {
      reason.append(" WHEN ").append(checks.get(i).fails).append(" THEN ").append(i);
      message.append(" WHEN failed = ").append(i).append(" THEN ").append(checks.get(i).message);
    }
    duck.run(
        String.format(
            "CREATE TABLE failed AS SELECT %1$s, CASE %2$s END AS reason, %3$s END AS message FROM"
                + " (SELECT *, %4$s END AS failed FROM %5$s) WHERE failed IS NOT NULL",
            Staging.LINE, reasons(), message, reason, table));
    reject(duck, raw);
    duck.run(
        String.format(
            "DELETE FROM %1$s WHERE %2$s IN (SELECT %2$s FROM failed)", table, Staging.LINE));
    duck.run("DROP TABLE failed");
  }

  private String reasons() {
    StringBuilder sql = new StringBuilder();
    for (int i = 0; i < checks.size(); i++) {
      sql.append(" WHEN failed = ").append(i).append(" THEN ");
      sql.append(Duck.text(checks.get(i).reason));
    }
    return sql.toString();
  }

  private static void reject(Duck duck, RawTable raw) {
    List<String> cells =
        raw.ownColumns().stream().map(c -> "coalesce(r." + Duck.name(c) + ", '')").toList();
    duck.run(
        String.format(
            "INSERT INTO rejects SELECT %s, %s, reason, message, left(concat_ws(',', %s), 300) FROM"
                + " failed JOIN %s AS r USING (%s)",
            raw.fileSql(), raw.lineSql(), String.join(", ", cells), raw.table(), Staging.LINE));
  }

  /** SQL that shows a value, shortened. */
  static String shown(String column) {
    return "left(" + column + "::VARCHAR, 60)";
  }

  /** SQL that joins texts. */
  static String concat(String... parts) {
    return "concat(" + String.join(", ", parts) + ")";
  }
}
