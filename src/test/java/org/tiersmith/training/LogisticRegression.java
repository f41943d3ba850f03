package org.tiersmith.training;

import java.util.Arrays;

/**
 * Logistic regression with an intercept and a slight ridge, by Newton's method: the yardstick that
 * a model on the same numbers has to pass.
 */
final class LogisticRegression {
  private static final int ITERATIONS = 25;
  private static final double RIDGE = 1e-3;

  private final double[] weights;

  private LogisticRegression(double[] weights) {
    this.weights = weights;
  }

  /**
   * Fits.
   *
   * @param rows inputs, rows x columns
   */
  static LogisticRegression fit(float[][] rows, boolean[] outcomes) {
    int n = rows[0].length + 1;
    LogisticRegression fitted = new LogisticRegression(new double[n]);
    for (int i = 0; i < ITERATIONS; i++) {
      double[][] curvature = new double[n][n];
      double[] slope = new double[n];
      for (int j = 0; j < n; j++) {
        curvature[j][j] = RIDGE;
        slope[j] = -RIDGE * fitted.weights[j];
      }
      for (int row = 0; row < rows.length; row++) {
        fitted.add(rows[row], outcomes[row], slope, curvature);
      }
      double[] step = solved(curvature, slope);
      Arrays.setAll(fitted.weights, j -> fitted.weights[j] + step[j]);
    }
    return fitted;
  }

  private void add(float[] row, boolean outcome, double[] slope, double[][] curvature) {
    double p = probability(row);
    for (int j = 0; j < weights.length; j++) {
      slope[j] += at(row, j) * ((outcome ? 1 : 0) - p);
      for (int k = 0; k < weights.length; k++) {
        curvature[j][k] += at(row, j) * at(row, k) * p * (1 - p);
      }
    }
  }

  private static double at(float[] row, int column) {
    return column < row.length ? row[column] : 1;
  }

  double probability(float[] row) {
    double z = 0;
    for (int j = 0; j < weights.length; j++) {
      z += weights[j] * at(row, j);
    }
    return 1 / (1 + Math.exp(-z));
  }

  /** Gaussian elimination; the matrix is positive definite, so no row has to change its place. */
  private static double[] solved(double[][] a, double[] b) {
    int n = b.length;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        double factor = a[j][i] / a[i][i];
        for (int k = i; k < n; k++) {
          a[j][k] -= factor * a[i][k];
        }
        b[j] -= factor * b[i];
      }
    }
    double[] x = new double[n];
    for (int i = n - 1; i >= 0; i--) {
      x[i] = b[i];
      for (int k = i + 1; k < n; k++) {
        x[i] -= a[i][k] * x[k];
      }
      x[i] /= a[i][i];
    }
    return x;
  }
}
