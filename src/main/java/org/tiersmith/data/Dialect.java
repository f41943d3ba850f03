package org.tiersmith.data;

/**
 * How a delimited file separates its fields.
 *
 * @param delimiter between fields
 * @param quote around fields that hold the delimiter or line ends; 0 where there is none
 */
record Dialect(char delimiter, char quote) {

  /** The delimiter for a person. */
  String label() {
    return switch (delimiter) {
      case '\t' -> "tab";
      case '\u0001' -> "^A";
      default -> String.valueOf(delimiter);
    };
  }
}
