package org.tiersmith.response;

/**
 * The default response: a discount adds {@code k d} to the hazard {@code h = -ln(1 - p)}, so that
 * {@code p(d) = 1 - (1 - p0) exp(-k d)}.
 */
public enum AdditiveHazard implements ResponseCurve {
  /** The only one: it holds no state. */
  CURVE;

  @Override
  public double uplift(double p0, double k, double rate) {
    return (p0 - 1) * Expm1.ofNegative(-k * rate);
  }

  /** Purchase intensity of a probability: {@code h = -ln(1 - p)}; p in (0, 1), h in (0, inf). */
  public static double hazard(double probability) {
    return -Math.log1p(-probability);
  }

  /** The probability of a hazard: {@code p = 1 - exp(-h)}. */
  public static double ofHazard(double hazard) {
    return -Math.expm1(-hazard);
  }
}
