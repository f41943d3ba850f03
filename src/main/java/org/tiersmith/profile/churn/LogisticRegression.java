package org.tiersmith.profile.churn;

import java.util.Arrays;

/**
 * Logistic regression with a ridge, fitted by Newton's method (iteratively reweighted least
 * squares; Hastie, Tibshirani, Friedman: The Elements of Statistical Learning, 4.4.1). It minimises
 * {@code -sum(y ln p + (1 - y) ln(1 - p)) + ridge / 2 * |weights|^2}; the intercept is free.
 *
 * @param intercept log-odds where every feature is 0
 * @param weights change of the log-odds per unit of each feature
 */
record LogisticRegression(double intercept, double[] weights) {
  private static final int MOST_STEPS = 50;
  private static final double CLOSE = 1e-10;

  /**
   * Fits the weights.
   *
   * @param rows features of each example
   * @param labels what is to be foretold of each
   * @param ridge above 0, so that there is always one answer
   */
  static LogisticRegression fit(double[][] rows, boolean[] labels, double ridge) {
    int n = rows[0].length + 1;
    double[] beta = new double[n];
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] gradient = new double[n];
      double[][] hessian = new double[n][n];
      accumulate(rows, labels, beta, gradient, hessian);
      for (int j = 1; j < n; j++) {
        gradient[j] -= ridge * beta[j];
        hessian[j][j] += ridge;
      }
      double[] change = solve(hessian, gradient);
      double size = damped(rows, labels, ridge, beta, change);
      if (size < CLOSE) {
        break;
      }
    }
    return new LogisticRegression(beta[0], Arrays.copyOfRange(beta, 1, n));
  }

  /** The probability that the label is true. */
  double probability(double[] features) {
    return 1 / (1 + Math.exp(-logOdds(features)));
  }

  private double logOdds(double[] features) {
    double odds = intercept;
    for (int j = 0; j < weights.length; j++) {
      odds += weights[j] * features[j];
    }
    return odds;
  }

  private static void accumulate(
      double[][] rows, boolean[] labels, double[] beta, double[] gradient, double[][] hessian) {
    double[] x = new double[beta.length];
    x[0] = 1;
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, x, 1, rows[i].length);
      double p = 1 / (1 + Math.exp(-dot(beta, x)));
      double residual = (labels[i] ? 1 : 0) - p;
      double weight = Math.max(p * (1 - p), 1e-12);
      for (int j = 0; j < x.length; j++) {
        gradient[j] += residual * x[j];
        for (int k = 0; k <= j; k++) {
          hessian[j][k] += weight * x[j] * x[k];
        }
      }
    }
  }

  /** Takes the step, halved until it does not raise the loss; tells how far it went. */
  private static double damped(
      double[][] rows, boolean[] labels, double ridge, double[] beta, double[] change) {
    double before = loss(rows, labels, ridge, beta);
    double[] start = beta.clone();
    double scale = 1;
    do {
      for (int j = 0; j < beta.length; j++) {
        beta[j] = start[j] + scale * change[j];
      }
      scale /= 2;
    } while (loss(rows, labels, ridge, beta) > before && scale > CLOSE);
    return Arrays.stream(change).map(Math::abs).max().orElse(0) * scale;
  }

  private static double loss(double[][] rows, boolean[] labels, double ridge, double[] beta) {
    double loss = 0;
    for (int j = 1; j < beta.length; j++) {
      loss += ridge / 2 * beta[j] * beta[j];
    }
    for (int i = 0; i < rows.length; i++) {
      double odds = beta[0];
      for (int j = 0; j < rows[i].length; j++) {
        odds += beta[j + 1] * rows[i][j];
      }
      double signed = labels[i] ? -odds : odds;
      loss += signed > 30 ? signed : Math.log1p(Math.exp(signed));
    }
    return loss;
  }

  /** Solves a symmetric positive definite system by Cholesky; only its lower half is read. */
  private static double[] solve(double[][] a, double[] b) {
    int n = b.length;
    double[] x = b.clone();
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        double sum = a[i][j];
        for (int k = 0; k < j; k++) {
          sum -= a[i][k] * a[j][k];
        }
        a[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-300)) : sum / a[j][j];
      }
    }
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= a[i][k] * x[k];
      }
      x[i] /= a[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= a[k][i] * x[k];
      }
      x[i] /= a[i][i];
    }
    return x;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
