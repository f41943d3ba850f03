package org.tiersmith.response;

/** How the purchase probability of a pair answers a discount. Stateless and thread-safe. */
public sealed interface ResponseCurve permits AdditiveHazard, Logit, Isotonic {

  /**
   * What a discount adds to the purchase probability: {@code p(d) - p0}, computed without the
   * cancellation of that difference.
   *
   * @param p0 probability at list price, in (0, 1)
   * @param sensitivity at least 0: k of {@link AdditiveHazard}, b of {@link Logit}, the factor of
   *     the gains of {@link Isotonic}
   * @param rate discount rate d, in [0, 1)
   * @return in [0, 1 - p0]; 0 at rate 0
   */
  double uplift(double p0, double sensitivity, double rate);

  /** The purchase probability {@code p(d)} at a discount; arguments as for {@link #uplift}. */
  default double probability(double p0, double sensitivity, double rate) {
    return p0 + uplift(p0, sensitivity, rate);
  }
}
