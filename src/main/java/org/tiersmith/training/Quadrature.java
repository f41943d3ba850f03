package org.tiersmith.training;

/**
 * Gauss-Legendre quadrature on [0, 1]: exact for polynomials of degree {@code 2 n - 1}.
 *
 * @param nodes where the integrand is taken
 * @param weights they sum to 1
 */
record Quadrature(double[] nodes, double[] weights) {

  /** The rule with n nodes, roots of the Legendre polynomial found by Newton's method. */
  static Quadrature of(int n) {
    double[] nodes = new double[n];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      double x = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
      double slope = 0;
      for (int step = 0; step < 20; step++) {
        double before = 1;
        double value = x;
        for (int k = 2; k <= n; k++) {
          double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
          before = value;
          value = next;
        }
        slope = n * (x * value - before) / (x * x - 1);
        x -= value / slope;
      }
      nodes[i] = (1 - x) / 2;
      weights[i] = 1 / ((1 - x * x) * slope * slope);
    }
    return new Quadrature(nodes, weights);
  }
}
