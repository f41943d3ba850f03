package org.tiersmith.training;

/**
 * Maximum likelihood of a {@link PlattCalibration} by Fisher scoring with step halving. For hazard
 * h = softplus(slope z + shift) + sensitivity k d the log likelihood of an example is y ln(1 -
 * exp(-h)) - (1 - y) h, its derivative in h is y / (exp(h) - 1) - (1 - y), and the expected
 * information in h is 1 / (exp(h) - 1).
 */
final class HazardFit {
  private static final int MOST_STEPS = 50;
  private static final double LEAST_SLOPE = 0.05;
  private static final double LEAST_SENSITIVITY = 0.02;
  private static final double LEAST_HAZARD = 1e-9;

  private final Answers answers;
  private final double prior;

  private HazardFit(Answers answers, double prior) {
    this.answers = answers;
    this.prior = prior;
  }

  /**
   * The best correction.
   *
   * @param prior strength of a pull towards {@link Calibration#NONE}, in examples' worth of
   *     information; keeps few examples from bending much
   */
  static PlattCalibration of(Answers answers, double prior) {
    return new HazardFit(answers, prior).fit();
  }

  private PlattCalibration fit() {
    double[] theta = {1, 0, 1};
    double best = loss(theta);
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] direction = direction(theta);
      double size = 1;
      double[] next = moved(theta, direction, size);
      while (loss(next) > best && size > 1e-4) {
        size /= 2;
        next = moved(theta, direction, size);
      }
      double loss = loss(next);
      if (best - loss < 1e-9 * Math.abs(best)) {
        break;
      }
      theta = next;
      best = loss;
    }
    return new PlattCalibration(theta[0], theta[1], theta[2]);
  }

  private static double[] moved(double[] theta, double[] direction, double size) {
    return new double[] {
      Math.max(LEAST_SLOPE, theta[0] + size * direction[0]),
      theta[1] + size * direction[1],
      Math.max(LEAST_SENSITIVITY, theta[2] + size * direction[2])
    };
  }

  private double loss(double[] theta) {
    double sum = prior * (square(theta[0] - 1) + square(theta[1]) + square(theta[2] - 1)) / 2;
    for (int i = 0; i < answers.size(); i++) {
      double h = hazard(theta, i);
      sum += answers.bought()[i] ? -Math.log(-Math.expm1(-h)) : h;
    }
    return sum;
  }

  private double hazard(double[] theta, int i) {
    double logit = theta[0] * answers.z()[i] + theta[1];
    double softplus = logit > 30 ? logit : Math.log1p(Math.exp(logit));
    return Math.max(LEAST_HAZARD, softplus + theta[2] * answers.k()[i] * answers.discount()[i]);
  }

  private double[] direction(double[] theta) {
    double[] gradient = {-prior * (theta[0] - 1), -prior * theta[1], -prior * (theta[2] - 1)};
    double[][] information = {{prior, 0, 0}, {0, prior, 0}, {0, 0, prior}};
    double[] slope = new double[3];
    for (int i = 0; i < answers.size(); i++) {
      double z = answers.z()[i];
      double sigmoid = 1 / (1 + Math.exp(-(theta[0] * z + theta[1])));
      slope[0] = sigmoid * z;
      slope[1] = sigmoid;
      slope[2] = (double) answers.k()[i] * answers.discount()[i];
      double weight = 1 / Math.expm1(hazard(theta, i));
      double pull = answers.bought()[i] ? weight : -1;
      for (int a = 0; a < 3; a++) {
        gradient[a] += pull * slope[a];
        for (int b = 0; b < 3; b++) {
          information[a][b] += weight * slope[a] * slope[b];
        }
      }
    }
    return solve(information, gradient);
  }

  /** Solves a symmetric positive definite 3 x 3 system by elimination. */
  private static double[] solve(double[][] matrix, double[] right) {
    int n = right.length;
    for (int i = 0; i < n; i++) {
      for (int row = i + 1; row < n; row++) {
        double factor = matrix[row][i] / matrix[i][i];
        for (int column = i; column < n; column++) {
          matrix[row][column] -= factor * matrix[i][column];
        }
        right[row] -= factor * right[i];
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int column = i + 1; column < n; column++) {
        right[i] -= matrix[i][column] * right[column];
      }
      right[i] /= matrix[i][i];
    }
    return right;
  }

  private static double square(double x) {
    return x * x;
  }
}
