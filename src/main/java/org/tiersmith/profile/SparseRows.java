package org.tiersmith.profile;

/**
 * A sparse matrix by rows.
 *
 * @param starts where each row begins in the two others, and at last where the last ends
 * @param columns column of each value
 * @param values the values
 * @param width how many columns
 */
record SparseRows(int[] starts, int[] columns, double[] values, int width) {

  int rows() {
    return starts.length - 1;
  }

  /** This times a dense matrix of {@link #width} rows. */
  double[] times(double[] right, int across) {
    double[] product = new double[rows() * across];
    for (int i = 0; i < rows(); i++) {
      for (int at = starts[i]; at < starts[i + 1]; at++) {
        for (int j = 0; j < across; j++) {
          product[i * across + j] += values[at] * right[columns[at] * across + j];
        }
      }
    }
    return product;
  }

  /** This transposed times a dense matrix of as many rows as this has. */
  double[] transposedTimes(double[] right, int across) {
    double[] product = new double[width * across];
    for (int i = 0; i < rows(); i++) {
      for (int at = starts[i]; at < starts[i + 1]; at++) {
        for (int j = 0; j < across; j++) {
          product[columns[at] * across + j] += values[at] * right[i * across + j];
        }
      }
    }
    return product;
  }
}
