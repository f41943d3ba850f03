package org.tiersmith.response;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Estimates {@code alpha = 1 / mean k} for each segment and for all pairs. */
public final class AlphaEstimator {
  /** The 97.5 % quantile of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  private final double[] k;
  private final int[] customer;

  /**
   * @param k sensitivity per pair, at least 0
   * @param customer the pair's customer, a small index from 0
   */
  public AlphaEstimator(double[] k, int[] customer) {
    if (k.length != customer.length) {
      throw new IllegalArgumentException("columns of unequal length");
    }
    this.k = k;
    this.customer = customer;
  }

  /** The estimate over all pairs. */
  public AlphaEstimate all() {
    return bySegment(new int[k.length], 1)[0];
  }

  /**
   * One estimate per segment.
   *
   * @param segment per pair, in [0, segments); all pairs of a customer lie in one segment
   */
  public AlphaEstimate[] bySegment(int[] segment, int segments) {
    double[] sum = new double[segments];
    long[] pairs = new long[segments];
    for (int i = 0; i < k.length; i++) {
      sum[segment[i]] += k[i];
      pairs[segment[i]]++;
    }
    double[] mean = new double[segments];
    Arrays.setAll(mean, s -> sum[s] / pairs[s]);
    double[] square = new double[segments];
    long[] customers = new long[segments];
    addClusters(segment, mean, square, customers);
    return IntStream.range(0, segments)
        .mapToObj(s -> estimate(mean[s], square[s], pairs[s], customers[s]))
        .toArray(AlphaEstimate[]::new);
  }

  /** Adds each customer's squared sum of deviations from the mean of the customer's segment. */
  private void addClusters(int[] segment, double[] mean, double[] square, long[] customers) {
    int clusters = Arrays.stream(customer).max().orElse(-1) + 1;
    double[] deviation = new double[clusters];
    int[] home = new int[clusters];
    Arrays.fill(home, -1);
    for (int i = 0; i < k.length; i++) {
      deviation[customer[i]] += k[i] - mean[segment[i]];
      home[customer[i]] = segment[i];
    }
    for (int c = 0; c < clusters; c++) {
      if (home[c] >= 0) {
        square[home[c]] += deviation[c] * deviation[c];
        customers[home[c]]++;
      }
    }
  }

  private static AlphaEstimate estimate(double mean, double square, long pairs, long customers) {
    double alpha = 1 / mean;
    if (customers < 2) {
      return new AlphaEstimate(alpha, Double.NaN, Double.NaN, pairs, customers);
    }
    double small = (double) customers / (customers - 1);
    double error = Math.sqrt(small * square) / pairs / mean;
    return new AlphaEstimate(
        alpha, alpha * Math.exp(-Z * error), alpha * Math.exp(Z * error), pairs, customers);
  }
}
