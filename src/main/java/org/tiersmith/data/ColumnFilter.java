package org.tiersmith.data;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;

/**
 * A condition on one column of a table.
 *
 * @param column the column's name
 * @param kind what is asked
 * @param low the text, the value, or the lower end; null where the kind has none
 * @param high the upper end of a range, inclusive; null where it is open
 */
public record ColumnFilter(String column, Kind kind, @Nullable String low, @Nullable String high) {
  /** What may be asked of a column. */
  public enum Kind {
    /** The text stands somewhere in the value, in capitals or not. */
    CONTAINS,
    /** The value is this one; of an instant also its beginning, such as {@code 2026-03}. */
    EQUALS,
    /** From the lower to the upper end, both inclusive. */
    RANGE,
    /** Strictly above the lower end. */
    ABOVE,
    /** Strictly below the value, which stands in {@code low}. */
    BELOW,
    MISSING,
    PRESENT
  }

  private static final Pattern RANGE = Pattern.compile("(.*?)\\s*(?:\\.\\.|…)\\s*(.*)");

  /**
   * Understands what a person wrote: {@code text} is contained, {@code =value} equals, {@code >5},
   * {@code >=5}, {@code <5}, {@code <=5} and {@code 5..10} (either end may be left out) are ranges,
   * {@code =} alone is missing and {@code <>} is present, as in spreadsheets.
   *
   * @return null where nothing was written
   */
  public static @Nullable ColumnFilter parse(String column, String written) {
    String text = written.strip();
    if (text.isEmpty()) {
      return null;
    }
    if (text.equals("=")) {
      return new ColumnFilter(column, Kind.MISSING, null, null);
    }
    if (text.equals("<>")) {
      return new ColumnFilter(column, Kind.PRESENT, null, null);
    }
    for (String sign : new String[] {">=", "<=", ">", "<", "="}) {
      if (text.startsWith(sign)) {
        return signed(column, sign, text.substring(sign.length()).strip());
      }
    }
    Matcher range = RANGE.matcher(text);
    return range.matches() && text.length() > 2
        ? new ColumnFilter(column, Kind.RANGE, end(range.group(1)), end(range.group(2)))
        : new ColumnFilter(column, Kind.CONTAINS, text, null);
  }

  private static @Nullable ColumnFilter signed(String column, String sign, String value) {
    if (value.isEmpty()) {
      return null;
    }
    return switch (sign) {
      case ">=" -> new ColumnFilter(column, Kind.RANGE, value, null);
      case "<=" -> new ColumnFilter(column, Kind.RANGE, null, value);
      case ">" -> new ColumnFilter(column, Kind.ABOVE, value, null);
      case "<" -> new ColumnFilter(column, Kind.BELOW, value, null);
      default -> new ColumnFilter(column, Kind.EQUALS, value, null);
    };
  }

  private static @Nullable String end(String text) {
    return text.isEmpty() ? null : text;
  }

  /**
   * The condition in SQL.
   *
   * @param type the column's DuckDB type
   * @throws Problem where an end of a range of numbers or instants is none
   */
  String sql(String type) {
    String name = Duck.name(column);
    return switch (kind) {
      case CONTAINS -> contains(name, given());
      case EQUALS -> equal(name, type);
      case RANGE -> range(name, type);
      case ABOVE -> name + " > " + value(type, given());
      case BELOW -> name + " < " + value(type, given());
      case MISSING -> name + " IS NULL";
      case PRESENT -> name + " IS NOT NULL";
    };
  }

  /** SQL that is true where a text stands in an SQL value. */
  static String contains(String value, String text) {
    return "contains(lower(" + value + "::VARCHAR), lower(" + Duck.text(text) + "))";
  }

  private String equal(String name, String type) {
    if (isNumber(type)) {
      return name + " = " + value(type, given());
    }
    return isInstant(type)
        ? "starts_with(" + name + "::VARCHAR, " + Duck.text(given()) + ")"
        : "lower(" + name + "::VARCHAR) = lower(" + Duck.text(given()) + ")";
  }

  private String range(String name, String type) {
    String from = low == null ? "TRUE" : name + " >= " + value(type, low);
    String to = high == null ? "TRUE" : upTo(name, type, high);
    return "(" + from + " AND " + to + ")";
  }

  /** The last day of a range of days belongs to it as a whole. */
  private String upTo(String name, String type, String end) {
    boolean wholeDay = isInstant(type) && end.length() <= "2026-03-01".length();
    return wholeDay
        ? name + " < " + value(type, end) + " + INTERVAL 1 DAY"
        : name + " <= " + value(type, end);
  }

  private String value(String type, String text) {
    if (isNumber(type)) {
      return number(text);
    }
    return isInstant(type) ? instant(text) : Duck.text(text);
  }

  private String number(String text) {
    try {
      double value = Double.parseDouble(text.replace(" ", ""));
      if (Double.isFinite(value)) {
        return "(" + value + ")";
      }
    } catch (NumberFormatException e) {
      throw Problem.of(
          "filter.bad-number", "\"{0}\" is no number to compare {1} with.", text, column);
    }
    throw Problem.of(
        "filter.bad-number", "\"{0}\" is no number to compare {1} with.", text, column);
  }

  private String instant(String text) {
    String whole =
        text.matches("\\d{4}")
            ? text + "-01-01"
            : text.matches("\\d{4}-\\d{2}") ? text + "-01" : text;
    if (!whole.matches("\\d{4}-\\d{2}-\\d{2}([ T]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?)?")) {
      throw Problem.of(
          "filter.bad-date",
          "\"{0}\" is no date to compare {1} with; write it as 2026-03-05.",
          text,
          column);
    }
    return "TIMESTAMP " + Duck.text(whole);
  }

  private String given() {
    return low == null ? "" : low;
  }

  private static boolean isNumber(String type) {
    return type.equals("DOUBLE") || type.equals("BIGINT");
  }

  private static boolean isInstant(String type) {
    return type.startsWith("TIMESTAMP") || type.equals("DATE");
  }
}
