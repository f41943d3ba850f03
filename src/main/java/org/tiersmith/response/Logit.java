package org.tiersmith.response;

/** A discount adds {@code b d} to the log odds: {@code p(d) = sigmoid(logit p0 + b d)}. */
public enum Logit implements ResponseCurve {
  /** The only one: it holds no state. */
  CURVE;

  /**
   * {@code p0 (1 - p0) E / (1 + p0 E)} with {@code E = exp(b d) - 1}, which is {@code p0 (1 - p0) m
   * / (exp(-b d) + p0 m)} with {@code m = 1 - exp(-b d)}: so nothing overflows, and the last factor
   * never rounds above 1.
   */
  @Override
  public double uplift(double p0, double b, double rate) {
    double m = -Expm1.ofNegative(-b * rate);
    double left = m < 0.5 ? 1 - m : Math.exp(-b * rate);
    return (1 - p0) * (p0 * m / (left + p0 * m));
  }

  /** Log odds {@code ln(p / (1 - p))} of a probability in (0, 1). */
  public static double logOdds(double probability) {
    return Math.log(probability) - Math.log1p(-probability);
  }

  /** The probability of log odds: {@code 1 / (1 + exp(-x))}. */
  public static double ofLogOdds(double logOdds) {
    double small = Math.exp(-Math.abs(logOdds));
    return logOdds >= 0 ? 1 / (1 + small) : small / (1 + small);
  }
}
