package org.tiersmith.response;

/**
 * Choices of one alternative among several. Arrays are neither copied nor to be written to.
 *
 * @param attributes how many numbers describe an alternative, its columns
 * @param start per choice set the row of its first alternative, and at last the number of rows:
 *     rising from 0
 * @param rows the alternatives' attributes, row-major
 * @param chosen per choice set the alternative taken, counted from the set's first
 */
public record ChoiceSets(int attributes, int[] start, double[] rows, int[] chosen) {

  public ChoiceSets {
    int sets = chosen.length;
    if (start.length != sets + 1 || start[0] != 0 || start[sets] * attributes != rows.length) {
      throw new IllegalArgumentException("columns of unequal length");
    }
    for (int s = 0; s < sets; s++) {
      if (chosen[s] < 0 || chosen[s] >= start[s + 1] - start[s]) {
        throw new IllegalArgumentException("set " + s + " has no alternative " + chosen[s]);
      }
    }
    for (double value : rows) {
      if (!(Math.abs(value) < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("an attribute is " + value);
      }
    }
  }

  /** How many choices. */
  public int size() {
    return chosen.length;
  }

  /**
   * The same choices with a constant more for each kind of alternative but the first: columns that
   * follow the others.
   *
   * @param kind per row its kind, in [0, kinds)
   */
  public ChoiceSets withConstants(int[] kind, int kinds) {
    int width = attributes + kinds - 1;
    double[] wide = new double[kind.length * width];
    for (int row = 0; row < kind.length; row++) {
      System.arraycopy(rows, row * attributes, wide, row * width, attributes);
      if (kind[row] > 0) {
        wide[row * width + attributes + kind[row] - 1] = 1;
      }
    }
    return new ChoiceSets(width, start, wide, chosen);
  }
}
