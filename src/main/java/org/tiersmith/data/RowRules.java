package org.tiersmith.data;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The rules that can be told from one row alone. Each rule that a row meets is a bit of the row's
 * column {@link #MET}, so that one scan settles all of them.
 */
final class RowRules {
  /** The column of rules that a row meets: bit n for the rule of ordinal n. */
  static final String MET = "__met";

  private final List<Check> checks = new ArrayList<>();

  /**
   * A check; several may belong to one rule.
   *
   * @param condition SQL, true for a row that meets the rule
   * @param message SQL text that tells of the row
   */
  private record Check(ImportRule rule, String condition, String message) {}

  /** Adds a check whose condition and message are SQL that may use the parsed row's columns. */
  RowRules add(ImportRule rule, String condition, String message) {
    checks.add(new Check(rule, condition, message));
    return this;
  }

  /** A number that was written but can't be read; {@code __column} holds what was written. */
  RowRules number(String column) {
    return add(
        ImportRule.BAD_NUMBER,
        "__" + column + " IS NOT NULL AND " + column + " IS NULL",
        concat("'The " + column + " \"'", shown("__" + column), "'\" is not a number.'"));
  }

  /** The rules that are checked. */
  Set<ImportRule> rules() {
    Set<ImportRule> rules = EnumSet.noneOf(ImportRule.class);
    checks.forEach(check -> rules.add(check.rule));
    return rules;
  }

  /** The bit of a rule. */
  static long bit(ImportRule rule) {
    return 1L << rule.ordinal();
  }

  /** SQL of the bits of the rules that a row meets; 0 for a row without fault, which is cheap. */
  String met() {
    if (checks.isEmpty()) {
      return "0::BIGINT";
    }
    List<String> conditions = checks.stream().map(c -> "(" + c.condition + ")").toList();
    List<String> bits =
        checks.stream()
            .map(c -> String.format("(CASE WHEN %s THEN %d ELSE 0 END)", c.condition, bit(c.rule)))
            .toList();
    return String.format(
        "CASE WHEN %s THEN (%s)::BIGINT ELSE 0::BIGINT END",
        String.join(" OR ", conditions), String.join(" | ", bits));
  }

  /** SQL conditions of which each is true of a row that meets a rule. */
  List<String> conditions() {
    return checks.stream().map(Check::condition).toList();
  }

  /** SQL of the message of a rule, whose ordinal is the value of {@code ordinal}. */
  String message(String ordinal) {
    StringBuilder sql = new StringBuilder("CASE");
    for (Check check : checks) {
      sql.append(
          String.format(
              " WHEN %s = %d AND (%s) THEN %s",
              ordinal, check.rule.ordinal(), check.condition, check.message));
    }
    return checks.isEmpty() ? "NULL::VARCHAR" : sql + " END";
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
