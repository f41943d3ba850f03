package org.tiersmith.data;

/**
 * The ids of events. One that a file does not tell is made of a mark and the row's line: it says
 * where the event came from, and can't be taken for an id that another file tells.
 */
final class EventIds {
  private static final String MARK = "~";

  private EventIds() {}

  /** SQL of an id made of a whole number. */
  static String made(String number) {
    return "concat('" + MARK + "', " + number + ")";
  }

  /** SQL that is true of an id that a file told. */
  static String isTold(String id) {
    return "NOT (starts_with("
        + id
        + ", '"
        + MARK
        + "') AND try_cast(substr("
        + id
        + ", 2) AS BIGINT) IS NOT NULL)";
  }

  /** SQL of the number in an id that was made, with or without its mark. */
  static String number(String id) {
    return "ltrim(" + id + ", '" + MARK + "')";
  }
}
