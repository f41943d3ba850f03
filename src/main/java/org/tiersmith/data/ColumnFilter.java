package org.tiersmith.data;

import java.math.BigDecimal;
import java.util.Locale;
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

  private static final Pattern NUMBERS =
      Pattern.compile("DOUBLE|FLOAT|DECIMAL\\(.*\\)|U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER");

  /** Digits that a number may have in DuckDB before it becomes a double. */
  private static final int MOST_DIGITS = 38;

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
   * @throws Problem where that can't be asked of a column of this type, or an end is none of it
   */
  String sql(String type) {
    String name = Duck.name(column);
    return switch (kind) {
      case CONTAINS -> contains(name, given());
      case EQUALS -> equal(name, type);
      case RANGE ->
          "(" + (low == null ? "TRUE" : from(name, type, low)) + " AND " + upTo(name, type) + ")";
      case ABOVE -> above(name, type);
      case BELOW -> ordered(name, type) + " < " + value(type, given());
      case MISSING -> name + " IS NULL";
      case PRESENT -> name + " IS NOT NULL";
    };
  }

  /** SQL that is true where a text stands in an SQL value. */
  static String contains(String value, String text) {
    return "contains(lower(" + value + "::VARCHAR), lower(" + Duck.text(text) + "))";
  }

  private String equal(String name, String type) {
    return switch (ColumnSort.of(type)) {
      case NUMBER -> name + " = " + value(type, given());
      case INSTANT -> {
        Moment moment = moment(given());
        yield "starts_with(" + name + "::VARCHAR, " + Duck.text(moment.written()) + ")";
      }
      case TRUTH -> name + " = " + truth(given());
      case TEXT -> "lower(" + name + "::VARCHAR) = lower(" + Duck.text(given()) + ")";
    };
  }

  private String from(String name, String type, String end) {
    return ordered(name, type) + " >= " + value(type, end);
  }

  private String upTo(String name, String type) {
    if (high == null) {
      return "TRUE";
    }
    return ColumnSort.of(type) == ColumnSort.INSTANT
        ? moment(high).upTo(name)
        : ordered(name, type) + " <= " + value(type, high);
  }

  private String above(String name, String type) {
    return ColumnSort.of(type) == ColumnSort.INSTANT
        ? "NOT (" + moment(given()).upTo(name) + ")"
        : ordered(name, type) + " > " + value(type, given());
  }

  /** The column as something that has an order. */
  private String ordered(String name, String type) {
    return switch (ColumnSort.of(type)) {
      case NUMBER, INSTANT -> name;
      case TEXT -> name + "::VARCHAR";
      case TRUTH ->
          throw Problem.of(
              "filter.no-order",
              "{0} holds true or false, which have no order; write =true or =false.",
              column);
    };
  }

  private String value(String type, String text) {
    return switch (ColumnSort.of(type)) {
      case NUMBER -> number(text);
      case INSTANT -> moment(text).sql();
      case TEXT, TRUTH -> Duck.text(text);
    };
  }

  /** A number as it was written: a long id has more digits than a double can tell apart. */
  private String number(String text) {
    try {
      BigDecimal value = new BigDecimal(text.replace(" ", ""));
      if (Double.isFinite(value.doubleValue())) {
        boolean few = value.precision() <= MOST_DIGITS && Math.abs(value.scale()) <= MOST_DIGITS;
        return "(" + (few ? value.toPlainString() : value.doubleValue()) + ")";
      }
    } catch (NumberFormatException e) {
      throw noNumber(text);
    }
    throw noNumber(text);
  }

  private Problem noNumber(String text) {
    return Problem.of(
        "filter.bad-number", "\"{0}\" is no number to compare {1} with.", text, column);
  }

  private String truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "1", "是" -> "TRUE";
      case "false", "no", "0", "否" -> "FALSE";
      default ->
          throw Problem.of(
              "filter.bad-truth",
              "{0} holds true or false, and \"{1}\" is neither; write =true or =false.",
              column,
              text);
    };
  }

  private Moment moment(String text) {
    Moment moment = Moment.of(text);
    if (moment == null) {
      throw Problem.of(
          "filter.bad-date",
          "\"{0}\" is no date to compare {1} with; write it as 2026-03-05.",
          text,
          column);
    }
    return moment;
  }

  private String given() {
    return low == null ? "" : low;
  }

  /** What the values of a column are, as far as it matters to what may be asked of them. */
  private enum ColumnSort {
    NUMBER,
    INSTANT,
    TRUTH,
    TEXT;

    static ColumnSort of(String type) {
      if (type.equals("BOOLEAN")) {
        return TRUTH;
      }
      if (type.startsWith("TIMESTAMP") || type.equals("DATE")) {
        return INSTANT;
      }
      return NUMBERS.matcher(type).matches() ? NUMBER : TEXT;
    }
  }
}
