package org.tiersmith.data;

/**
 * What the values of a column are as numbers.
 *
 * @param values cells with a value
 * @param plain cells that read as numbers as they stand
 * @param numbers cells that read as numbers in whatever form
 * @param comma whether its numbers have decimal commas
 */
record NumberFacts(long values, long plain, long numbers, boolean comma) {
  private static final double MOSTLY = 0.95;

  /** Whether every value reads as a number as it stands. */
  boolean isPlain() {
    return plain == values && !comma;
  }

  boolean isMostlyNumbers() {
    return values > 0 && numbers >= MOSTLY * values;
  }
}
