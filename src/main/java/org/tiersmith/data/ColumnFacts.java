package org.tiersmith.data;

/**
 * What the values of a column have in common.
 *
 * @param values cells with a value
 * @param plain cells that read as numbers as they stand
 * @param numbers cells that read as numbers in whatever form
 * @param comma whether its numbers have decimal commas
 * @param zeros cells that begin with a zero before another digit, as codes do
 * @param fractions cells with a point or an exponent
 * @param instants cells that read as ISO timestamps
 */
record ColumnFacts(
    long values,
    long plain,
    long numbers,
    boolean comma,
    long zeros,
    long fractions,
    long instants) {
  private static final double MOSTLY = 0.95;

  /** Whether every value is a number and none a code. */
  boolean allNumbers() {
    return values > 0 && numbers == values && zeros == 0;
  }

  /** Whether every value reads as a number as it stands. */
  boolean isPlain() {
    return plain == values;
  }

  /** Whether some value is a number or an instant, so that a sample does not settle the type. */
  boolean isOpen() {
    return values == 0 || numbers > 0 || instants > 0;
  }

  /** Type of the column in expressions: what most of its values are. */
  String expressionType() {
    if (values > 0 && numbers >= MOSTLY * values && zeros == 0) {
      return fractions == 0 && numbers == values ? "BIGINT" : "DOUBLE";
    }
    return values > 0 && instants == values ? "TIMESTAMP" : "VARCHAR";
  }
}
