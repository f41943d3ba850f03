package org.tiersmith.data;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Guesses the type of a column from some of its values. */
final class TypeGuess {
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+(（−]?\\s?(usd|eur|gbp|cny|rmb|jpy|inr|chf|rs\\.?|us\\$|[$€£¥￥₹])?\\s?[-+]?[\\d０-９]"
              + "[\\d０-９.,．，'’]*([\\s\\u00a0\\u202f]\\d{3})*([.,]\\d+)?(e[-+]?\\d+)?\\s?"
              + "(usd|eur|gbp|cny|rmb|jpy|inr|chf|[%％€$£元円])?[-)）]?");
  private static final Pattern DATE =
      Pattern.compile(
          "\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}.*|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}(\\D.*)?"
              + "|\\d{1,2}[ -][a-z]{3,9}[ -]\\d{2,4}.*|[a-z]{3,9} \\d{1,2}, \\d{4}.*");

  /** Points in time as digits alone, which other numbers are too. */
  private static final Pattern EPOCH =
      Pattern.compile(
          "[1-9]\\d{8,9}(\\.\\d+)?|[1-9]\\d{12}|[1-9]\\d{15}|(19|20)\\d{6}(\\d{6})?"
              + "|[2-7]\\d{4}(\\.\\d+)?");

  private static final Pattern TRUTH = Pattern.compile("0|1|true|false|yes|no|t|f|y|n|是|否");
  private static final double MOSTLY = 0.9;
  private static final int FEW = 20;

  private TypeGuess() {}

  static ColumnType of(String name, List<String> values) {
    if (values.isEmpty()) {
      return ColumnType.EMPTY;
    }
    String plain = RoleNames.plain(name);
    boolean timely = plain.contains("time") || plain.contains("date") || plain.equals("ts");
    if (most(values, DATE) || (timely && most(values, EPOCH))) {
      return ColumnType.DATE;
    }
    if (plain.endsWith("id") || plain.endsWith("编号") || plain.endsWith("code")) {
      return ColumnType.ID;
    }
    if (most(values, TRUTH)) {
      return ColumnType.BOOLEAN;
    }
    if (most(values, NUMBER)) {
      return ColumnType.NUMBER;
    }
    int distinct = new HashSet<>(values).size();
    return distinct <= FEW && distinct * 2 <= values.size() ? ColumnType.CATEGORY : ColumnType.TEXT;
  }

  private static boolean most(List<String> values, Pattern pattern) {
    long fit =
        values.stream().filter(v -> pattern.matcher(v.toLowerCase(Locale.ROOT)).matches()).count();
    return fit >= MOSTLY * values.size();
  }
}
