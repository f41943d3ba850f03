package org.tiersmith.response;

/**
 * Weighted isotonic regression by pooling adjacent violators: the nondecreasing numbers with the
 * least {@code sum w_i (x_i - y_i)^2}, which for shares of successes are also the most likely
 * nondecreasing probabilities. Linear time. Ayer, Brunk, Ewing, Reid and Silverman (1955).
 */
public final class IsotonicRegression {

  private IsotonicRegression() {}

  /**
   * The nearest nondecreasing sequence.
   *
   * @param values finite
   * @param weights as many, above 0, finite
   */
  public static double[] fit(double[] values, double[] weights) {
    int n = values.length;
    if (weights.length != n) {
      throw new IllegalArgumentException("columns of unequal length");
    }
    double[] mean = new double[n];
    double[] weight = new double[n];
    int[] end = new int[n];
    int blocks = 0;
    for (int i = 0; i < n; i++) {
      mean[blocks] = values[i];
      weight[blocks] = positive(weights[i]);
      end[blocks++] = i + 1;
      while (blocks > 1 && mean[blocks - 2] >= mean[blocks - 1]) {
        blocks--;
        pool(mean, weight, blocks - 1);
        end[blocks - 1] = end[blocks];
      }
    }
    return spread(mean, end, blocks, n);
  }

  private static double positive(double weight) {
    if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a weight lies above 0, not " + weight);
    }
    return weight;
  }

  /** Makes block {@code at} and its right neighbour one. */
  private static void pool(double[] mean, double[] weight, int at) {
    double both = weight[at] + weight[at + 1];
    mean[at] += (mean[at + 1] - mean[at]) * (weight[at + 1] / both);
    weight[at] = both;
  }

  private static double[] spread(double[] mean, int[] end, int blocks, int n) {
    double[] fitted = new double[n];
    for (int block = 0, i = 0; block < blocks; block++) {
      while (i < end[block]) {
        fitted[i++] = mean[block];
      }
    }
    return fitted;
  }
}
