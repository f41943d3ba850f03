package org.tiersmith.training.metrics;

/** Means over examples of how far probabilities lie from outcomes; NaN without examples. */
public final class Losses {
  private Losses() {}

  /** Mean negative log likelihood, in nats. */
  public static double log(double[] p, boolean[] bought) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += log(p[i], bought[i]);
    }
    return sum / p.length;
  }

  /** Mean squared distance (Brier score). */
  public static double brier(double[] p, boolean[] bought) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += brier(p[i], bought[i]);
    }
    return sum / p.length;
  }

  static double log(double p, boolean bought) {
    return -Math.log(Math.max(Double.MIN_NORMAL, bought ? p : 1 - p));
  }

  static double brier(double p, boolean bought) {
    double distance = p - (bought ? 1 : 0);
    return distance * distance;
  }
}
