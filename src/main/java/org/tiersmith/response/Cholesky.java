package org.tiersmith.response;

/** A symmetric positive definite matrix, factored as {@code L L'}; solves and inverts. */
final class Cholesky {
  /** Less than this share of a diagonal left over means that columns depend on each other. */
  private static final double DEPENDENT = 1e-11;

  private final double[][] lower;
  private final boolean definite;

  /** Factors a matrix, of which only the lower triangle is read. */
  Cholesky(double[][] matrix) {
    int n = matrix.length;
    lower = new double[n][n];
    boolean good = true;
    for (int i = 0; i < n && good; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = matrix[i][j];
        for (int m = 0; m < j; m++) {
          rest -= lower[i][m] * lower[j][m];
        }
        if (i == j) {
          good = rest > DEPENDENT * matrix[i][i];
          lower[i][i] = Math.sqrt(rest);
        } else {
          lower[i][j] = rest / lower[j][j];
        }
      }
    }
    definite = good;
  }

  /** Whether the matrix is positive definite by more than rounding; else nothing can be solved. */
  boolean isDefinite() {
    return definite;
  }

  /** The x with {@code matrix x = right}. */
  double[] solve(double[] right) {
    int n = lower.length;
    double[] x = right.clone();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        x[i] -= lower[i][j] * x[j];
      }
      x[i] /= lower[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int j = i + 1; j < n; j++) {
        x[i] -= lower[j][i] * x[j];
      }
      x[i] /= lower[i][i];
    }
    return x;
  }

  /** The diagonal of the inverse. */
  double[] inverseDiagonal() {
    double[] diagonal = new double[lower.length];
    for (int i = 0; i < diagonal.length; i++) {
      double[] unit = new double[diagonal.length];
      unit[i] = 1;
      diagonal[i] = solve(unit)[i];
    }
    return diagonal;
  }
}
