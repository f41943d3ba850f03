package org.tiersmith.service;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * How learned values lie to true ones, over pairs.
 *
 * @param meanP0 mean learned purchase probability
 * @param trueMeanP0 mean true one
 * @param logitCorrelation correlation of their logits
 * @param meanK mean learned sensitivity
 * @param trueMeanK mean true one
 * @param kCorrelation their correlation
 */
public record LearnedFit(
    double meanP0,
    double trueMeanP0,
    double logitCorrelation,
    double meanK,
    double trueMeanK,
    double kCorrelation) {

  static LearnedFit of(double[] p0, double[] trueP0, double[] k, double[] trueK) {
    return new LearnedFit(
        mean(p0),
        mean(trueP0),
        correlation(p0, trueP0, p -> Math.log(p / (1 - p))),
        mean(k),
        mean(trueK),
        correlation(k, trueK, DoubleUnaryOperator.identity()));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  private static double correlation(double[] a, double[] b, DoubleUnaryOperator scale) {
    double[] x = Arrays.stream(a).map(scale).toArray();
    double[] y = Arrays.stream(b).map(scale).toArray();
    double meanX = mean(x);
    double meanY = mean(y);
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - meanX) * (y[i] - meanY);
      xx += (x[i] - meanX) * (x[i] - meanX);
      yy += (y[i] - meanY) * (y[i] - meanY);
    }
    return xy / Math.sqrt(xx * yy);
  }
}
