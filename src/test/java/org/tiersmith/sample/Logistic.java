package org.tiersmith.sample;

import java.util.List;

/** Logistic regression by Newton's method with a small ridge, on standardised features. */
final class Logistic {
  private static final int ITERATIONS = 8;
  private static final double RIDGE = 1.0;

  private final double[] mean;
  private final double[] deviation;
  private final double[] weights;

  private Logistic(double[] mean, double[] deviation, double[] weights) {
    this.mean = mean;
    this.deviation = deviation;
    this.weights = weights;
  }

  static Logistic fit(List<double[]> rows, boolean[] positive) {
    int width = rows.getFirst().length;
    double[] mean = new double[width];
    double[] deviation = new double[width];
    for (int j = 0; j < width; j++) {
      int column = j;
      mean[j] = rows.stream().mapToDouble(r -> r[column]).average().orElseThrow();
      double centre = mean[j];
      double variance =
          rows.stream().mapToDouble(r -> (r[column] - centre) * (r[column] - centre)).sum()
              / rows.size();
      deviation[j] = variance > 0 ? Math.sqrt(variance) : 1;
    }
    Logistic model = new Logistic(mean, deviation, new double[width + 1]);
    for (int i = 0; i < ITERATIONS; i++) {
      model.step(rows, positive);
    }
    return model;
  }

  /** The log-odds of each row. */
  double[] scores(List<double[]> rows) {
    return rows.stream().mapToDouble(row -> score(standardised(row))).toArray();
  }

  private void step(List<double[]> rows, boolean[] positive) {
    int n = weights.length;
    double[][] system = new double[n][n + 1];
    for (int j = 0; j < n; j++) {
      system[j][j] = RIDGE;
      system[j][n] = -RIDGE * weights[j];
    }
    for (int i = 0; i < rows.size(); i++) {
      double[] x = standardised(rows.get(i));
      double p = 1 / (1 + Math.exp(-score(x)));
      double residual = (positive[i] ? 1 : 0) - p;
      for (int a = 0; a < n; a++) {
        system[a][n] += residual * x[a];
        for (int b = 0; b < n; b++) {
          system[a][b] += p * (1 - p) * x[a] * x[b];
        }
      }
    }
    double[] change = solve(system);
    for (int j = 0; j < n; j++) {
      weights[j] += change[j];
    }
  }

  /** Gauss-Jordan elimination of a positive definite system with its right side as last column. */
  private static double[] solve(double[][] system) {
    int n = system.length;
    for (int pivot = 0; pivot < n; pivot++) {
      for (int row = 0; row < n; row++) {
        double factor = row == pivot ? 0 : system[row][pivot] / system[pivot][pivot];
        for (int column = pivot; column <= n; column++) {
          system[row][column] -= factor * system[pivot][column];
        }
      }
    }
    double[] solution = new double[n];
    for (int j = 0; j < n; j++) {
      solution[j] = system[j][n] / system[j][j];
    }
    return solution;
  }

  private double score(double[] x) {
    double score = 0;
    for (int j = 0; j < x.length; j++) {
      score += weights[j] * x[j];
    }
    return score;
  }

  private double[] standardised(double[] row) {
    double[] x = new double[row.length + 1];
    for (int j = 0; j < row.length; j++) {
      x[j] = (row[j] - mean[j]) / deviation[j];
    }
    x[row.length] = 1;
    return x;
  }
}
