package org.tiersmith.data;

import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;

/**
 * The SQL of a file's cells and of expressions over them. Expressions are evaluated row by row over
 * columns of guessed type; where one does not fit these types, or fails on some rows, it sees
 * texts.
 */
final class CellSql {
  private final Duck duck;
  private final RawTable raw;
  private final ColumnLook look;
  private final ExpressionGuard guard;

  CellSql(Duck duck, RawTable raw, ColumnLook look) {
    this.duck = duck;
    this.raw = raw;
    this.look = look;
    this.guard = new ExpressionGuard(duck, raw);
  }

  /** The SQL of a column's cell, a text. */
  String column(String name) {
    return "b.__r" + raw.columns().indexOf(raw.require(name));
  }

  /** The SQL of an expression's value as text. */
  String expression(String expression) {
    guard.check(expression);
    String value = "CAST((" + expression + "\n) AS VARCHAR)";
    String typed = "ts_computed(TRY(" + value + "))";
    @Nullable String why = refusal("EXPLAIN SELECT " + value);
    boolean fits = why == null && refusal("SELECT max(" + value + ")") == null;
    if (fits) {
      return typed;
    }
    String texts = "(SELECT " + typed + " FROM (SELECT " + texts() + "))";
    if (refusal("EXPLAIN SELECT " + texts) == null) {
      return why == null ? "coalesce(" + typed + ", " + texts + ")" : texts;
    }
    if (why == null) {
      return typed;
    }
    throw Problem.of(
        "import.expression",
        "{0}: the expression \"{1}\" can''t be used: {2}.",
        raw.fileName(),
        expression.strip(),
        why);
  }

  private String texts() {
    StringBuilder texts = new StringBuilder();
    for (int i = 0; i < raw.columns().size(); i++) {
      texts.append(i == 0 ? "" : ", ").append("b.__r").append(i).append(" AS ");
      texts.append(Duck.name(raw.columns().get(i)));
    }
    return texts.toString();
  }

  private @Nullable String refusal(String sql) {
    try {
      duck.run(sql + from(raw.table()));
      return null;
    } catch (DuckException e) {
      return e.complaint();
    }
  }

  /** Rows with their columns as texts, and those of expressions also in guessed types. */
  String from(String rows) {
    return " FROM (SELECT " + typed() + " FROM " + rows + ") AS b";
  }

  private String typed() {
    StringBuilder select = new StringBuilder(Staging.LINE);
    for (int i = 0; i < raw.columns().size(); i++) {
      String column = raw.columns().get(i);
      String name = Duck.name(column);
      select.append(", ").append(name).append(" AS __r").append(i);
      if (guard.columns().contains(column)) {
        select.append(", ").append(typed(column)).append(" AS ").append(name);
      }
    }
    return select.toString();
  }

  private String typed(String column) {
    String name = Duck.name(column);
    return switch (look.expressionType(column)) {
      case "BIGINT" -> "try_cast(" + name + " AS BIGINT)";
      case "DOUBLE" -> "ts_number(" + name + ", " + look.numbers(column).comma() + ")";
      case "TIMESTAMP" -> "ts_iso(" + name + ")";
      default -> name;
    };
  }
}
