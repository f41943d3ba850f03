package org.tiersmith.data;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A year, month, day or time of day as a person writes it: {@code 2026}, {@code 2026-03}, {@code
 * 2026-03-05} or {@code 2026-03-05 10:15}.
 *
 * @param written how the instants in it begin
 * @param start its first instant
 * @param unit SQL interval that it lasts; null for a time of day, which is an instant itself
 */
record Moment(String written, LocalDateTime start, @Nullable String unit) {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:["
              + " T](\\d{2})(?::(\\d{2})(?::(\\d{2})(\\.\\d{1,6})?)?)?)?)?)?");

  /** What was written; null where it is no date that there is. */
  static @Nullable Moment of(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return null;
    }
    try {
      LocalDateTime start =
          LocalDateTime.of(
              number(parts, 1, 1),
              number(parts, 2, 1),
              number(parts, 3, 1),
              number(parts, 4, 0),
              number(parts, 5, 0),
              number(parts, 6, 0));
      String part = parts.group(7);
      long nanos = part == null ? 0 : Math.round(Double.parseDouble("0" + part) * 1e9);
      return new Moment(text.replace('T', ' '), start.plusNanos(nanos), unit(parts));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Its first instant in SQL. */
  String sql() {
    return "TIMESTAMP " + Duck.text(start.toString().replace('T', ' '));
  }

  /** SQL that is true for what lies in it or before it. */
  String upTo(String name) {
    return unit == null ? name + " <= " + sql() : name + " < " + sql() + " + INTERVAL 1 " + unit;
  }

  private static @Nullable String unit(Matcher parts) {
    if (parts.group(4) != null) {
      return null;
    }
    return parts.group(3) != null ? "DAY" : parts.group(2) != null ? "MONTH" : "YEAR";
  }

  private static int number(Matcher parts, int group, int otherwise) {
    String digits = parts.group(group);
    return digits == null ? otherwise : Integer.parseInt(digits);
  }
}
