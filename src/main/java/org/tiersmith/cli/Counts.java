package org.tiersmith.cli;

/** Numbers of things, in words: {@code 1 row}, {@code 2,000 rows}. */
final class Counts {
  private Counts() {}

  /**
   * A number and its noun.
   *
   * @param noun in the singular, with a regular plural
   */
  static String of(long count, String noun) {
    return String.format("%,d %s%s", count, noun, count == 1 ? "" : "s");
  }
}
