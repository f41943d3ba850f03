package org.tiersmith.response;

/**
 * The discount rate that earns most when any rate may be offered: the maximum over d in [0, 1) of
 * {@code p(d) (P (1 - d) - c)}, in closed form. A ladder's best tier lies beside it, because the
 * profit rises up to it and falls after it.
 */
public final class ContinuousOptimum {

  private ContinuousOptimum() {}

  /**
   * For {@link AdditiveHazard}. With the margin {@code m = P (1 - d) - c} the derivative vanishes
   * where {@code (1 - p0) exp(-k d) (k m + P) = P}; with {@code y = 1 + k m / P} that is {@code y
   * exp(y) = exp(1 + k (1 - c/P)) / (1 - p0)}, so {@code d = 1 - c/P - (y - 1) / k} with {@code y =
   * W(...)}.
   *
   * @param p0 purchase probability at list price, in (0, 1)
   * @param k sensitivity, at least 0
   * @param price list price P, at least 0
   * @param cost unit cost c, at least 0; NaN when unknown
   * @return in [0, 1); NaN when the cost is unknown
   */
  public static double hazard(double p0, double k, double price, double cost) {
    double margin = 1 - cost / price;
    if ((1 - p0) * k * margin <= p0 || price == 0) {
      return Double.isNaN(cost) ? cost : 0;
    }
    double y = LambertW.ofExp(1 + k * margin + AdditiveHazard.hazard(p0));
    return Math.max(0, margin - (y - 1) / k);
  }

  /**
   * For {@link Logit}. The derivative vanishes where {@code b m (1 - p) = P}; with {@code x = b m /
   * P = 1 + p/(1-p)} that is {@code (x - 1) exp(x - 1) = exp(logit p0 + b (1 - c/P) - 1)}, so
   * {@code d = 1 - c/P - x / b} with {@code x = 1 + W(...)}.
   *
   * @param p0 purchase probability at list price, in (0, 1)
   * @param b slope of the log odds, at least 0
   * @param price list price P, at least 0
   * @param cost unit cost c, at least 0; NaN when unknown
   * @return in [0, 1); NaN when the cost is unknown
   */
  public static double logit(double p0, double b, double price, double cost) {
    double margin = 1 - cost / price;
    if (b * (1 - p0) * margin <= 1 || price == 0) {
      return Double.isNaN(cost) ? cost : 0;
    }
    double x = 1 + LambertW.ofExp(Logit.logOdds(p0) + b * margin - 1);
    return Math.max(0, margin - x / b);
  }
}
