package org.tiersmith.response;

/**
 * A fitted line {@code eta = intercept + slope d}.
 *
 * @param logLikelihood its maximum
 * @param slopeError standard error of the slope, the intercept being estimated too
 */
record Line(
    LineFamily family, double intercept, double slope, double logLikelihood, double slopeError) {

  double probability(double rate) {
    return family.probability(intercept + slope * rate);
  }
}
