package org.tiersmith.ui.data;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Instants as tables show them: to the minute, and the day alone for a shop that keeps days. */
final class Moments {
  private static final Pattern INSTANT =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d):(\\d\\d(?:\\.\\d+)?)");
  private static final int DAY = "2026-03-01".length();

  private Moments() {}

  /** A value as it is shown; whatever is no instant stays as it is. */
  static String shown(String value) {
    Matcher instant = INSTANT.matcher(value);
    if (!instant.matches()) {
      return value;
    }
    boolean midnight =
        instant.group(2).equals("00:00") && Double.parseDouble(instant.group(3)) == 0;
    return midnight ? instant.group(1) : instant.group(1) + " " + instant.group(2);
  }

  /** The day of an instant. */
  static String day(String value) {
    return value.length() > DAY ? value.substring(0, DAY) : value;
  }
}
