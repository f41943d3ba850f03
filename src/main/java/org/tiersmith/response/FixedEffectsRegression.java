package org.tiersmith.response;

import java.util.Arrays;
import org.tiersmith.model.Problem;

/**
 * Least squares with an intercept of its own for every group, by the within transformation: each
 * group's means are taken off, then {@code b = (X'X)^-1 X'y}. Of log quantities on log prices with
 * a group per store, b holds the elasticities.
 *
 * @param coefficients b, one per column
 * @param standardErrors by the residual variance with {@code rows - groups - columns} degrees of
 *     freedom; NaN without any
 * @param rSquared share of the variance within groups that is explained
 * @param rows how many rows it rests on
 * @param groups how many groups these are in
 */
public record FixedEffectsRegression(
    double[] coefficients, double[] standardErrors, double rSquared, int rows, int groups) {

  /**
   * Fits rows; the arrays are left as they are.
   *
   * @param group per row its group, a small index from 0
   * @param y per row what is explained, finite
   * @param columns what explains it: columns of numbers per row, finite
   * @throws Problem where columns depend on each other or do not vary within groups
   */
  public static FixedEffectsRegression fit(int[] group, double[] y, double[]... columns) {
    int width = columns.length;
    int[] size = sizes(group);
    double[] own = within(group, size, y);
    double[][] x = new double[width][];
    Arrays.setAll(x, c -> within(group, size, columns[c]));
    double[][] products = new double[width][width];
    double[] right = new double[width];
    for (int c = 0; c < width; c++) {
      right[c] = product(x[c], own);
      for (int d = 0; d <= c; d++) {
        products[c][d] = product(x[c], x[d]);
      }
    }
    Cholesky factor = new Cholesky(products);
    if (!factor.isDefinite()) {
      throw Problem.of(
          "response.no-variation",
          "Some columns follow from others or do not vary within any group, so their effects"
              + " can''t be told apart. Nothing was fitted. Leave them out.");
    }
    double[] b = factor.solve(right);
    double residual = residual(own, x, b);
    int groups = (int) Arrays.stream(size).filter(n -> n > 0).count();
    int freedom = y.length - groups - width;
    double variance = freedom > 0 ? residual / freedom : Double.NaN;
    double[] errors =
        Arrays.stream(factor.inverseDiagonal()).map(v -> Math.sqrt(v * variance)).toArray();
    return new FixedEffectsRegression(
        b, errors, 1 - residual / product(own, own), y.length, groups);
  }

  private static int[] sizes(int[] group) {
    int[] size = new int[Arrays.stream(group).max().orElse(-1) + 1];
    for (int g : group) {
      size[g]++;
    }
    return size;
  }

  private static double[] within(int[] group, int[] size, double[] values) {
    if (values.length != group.length) {
      throw new IllegalArgumentException("columns of unequal length");
    }
    double[] mean = new double[size.length];
    for (int i = 0; i < values.length; i++) {
      mean[group[i]] += values[i] / size[group[i]];
    }
    double[] deviation = new double[values.length];
    Arrays.setAll(deviation, i -> values[i] - mean[group[i]]);
    return deviation;
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double residual(double[] y, double[][] x, double[] b) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double rest = y[i];
      for (int c = 0; c < b.length; c++) {
        rest -= b[c] * x[c][i];
      }
      sum += rest * rest;
    }
    return sum;
  }
}
