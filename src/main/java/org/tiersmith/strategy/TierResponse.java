package org.tiersmith.strategy;

import org.tiersmith.model.Problem;
import org.tiersmith.response.AdditiveHazard;
import org.tiersmith.response.ResponseKind;
import org.tiersmith.response.SegmentResponses;

/**
 * How the purchase probability of a pair answers each tier of one ladder. What depends on segment
 * and tier alone is computed once, so that only the learned response costs an exponential a pair.
 */
final class TierResponse {
  private final ResponseKind kind;
  private final double[] rates;

  /**
   * By segment and tier: {@code 1 - exp(-gain)} for responses on the hazard, {@code exp(b d) - 1}
   * for logit; empty for the learned response.
   */
  private final double[][] factor;

  /**
   * @throws Problem when the response is fitted per segment and the portfolio has no such fit
   */
  TierResponse(Portfolio portfolio, ResponseKind kind, double[] rates) {
    this.kind = kind;
    this.rates = rates;
    this.factor = kind == ResponseKind.LEARNED ? new double[0][] : factors(portfolio);
  }

  private double[][] factors(Portfolio portfolio) {
    SegmentResponses fitted = portfolio.responses();
    if (fitted == null) {
      throw Problem.of(
          "strategy.no-response",
          "There is no response fitted per segment yet. Nothing was computed. Choose the learned"
              + " response, or load exposures with different discounts.");
    }
    double[][] factors = new double[portfolio.segmentNames().size()][rates.length];
    for (int s = 0; s < factors.length; s++) {
      for (int t = 1; t < rates.length; t++) {
        factors[s][t] =
            switch (kind) {
              case HAZARD -> -Math.expm1(-fitted.k()[s] * rates[t]);
              case ISOTONIC -> -Math.expm1(-fitted.isotonicGain(s, rates[t]));
              case LOGIT -> Math.expm1(fitted.b()[s] * rates[t]);
              case LEARNED -> throw new IllegalStateException();
            };
      }
    }
    return factors;
  }

  double[] rates() {
    return rates;
  }

  /**
   * {@code p(d) - p0} at a tier's rate, without the cancellation of that difference. For logit,
   * {@code p(d) = p0 e / (1 - p0 + p0 e)} with {@code e = exp(b d)}.
   *
   * @param k the pair's own sensitivity, which the learned response alone heeds
   */
  double uplift(int segment, int tier, double p0, double k) {
    if (tier == 0) {
      return 0;
    }
    return switch (kind) {
      case LEARNED -> AdditiveHazard.CURVE.uplift(p0, k, rates[tier]);
      case HAZARD, ISOTONIC -> (1 - p0) * factor[segment][tier];
      case LOGIT -> {
        double more = factor[segment][tier];
        // Beyond the largest number the probability is 1 to every digit.
        yield more == Double.POSITIVE_INFINITY ? 1 - p0 : p0 * (1 - p0) * more / (1 + p0 * more);
      }
    };
  }
}
