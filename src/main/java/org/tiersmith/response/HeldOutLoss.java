package org.tiersmith.response;

import java.util.function.DoubleUnaryOperator;

/**
 * How well fits foretell exposures that they have not seen: mean log loss in nats, the lower the
 * better; NaN without such exposures.
 *
 * @param exposures how many were held out
 * @param constant loss of the model that knows no discounts: the fitted exposures' mean rate
 * @param hazard loss of the additive hazard
 * @param logit loss of the logit
 * @param isotonic loss of the isotonic fit
 */
public record HeldOutLoss(
    long exposures, double constant, double hazard, double logit, double isotonic) {
  private static final double LEAST = 1e-12;

  /** The loss of a fitted family. */
  public double of(ResponseKind kind) {
    return switch (kind) {
      case HAZARD -> hazard;
      case LOGIT -> logit;
      case ISOTONIC -> isotonic;
      case LEARNED -> throw new IllegalArgumentException("the learned response is no fit");
    };
  }

  /** The family with the least loss; among equals, and with nothing held out, the simplest. */
  public ResponseKind best() {
    ResponseKind best = ResponseKind.HAZARD;
    for (ResponseKind kind : new ResponseKind[] {ResponseKind.LOGIT, ResponseKind.ISOTONIC}) {
      best = of(kind) < of(best) ? kind : best;
    }
    return best;
  }

  /** Whether the best family foretells better than a constant. */
  public boolean beatsConstant() {
    return of(best()) < constant;
  }

  static HeldOutLoss of(RateCounts heldOut, FittedCurves curves, double constant) {
    return new HeldOutLoss(
        heldOut.exposures(),
        mean(heldOut, rate -> constant),
        mean(heldOut, rate -> curves.probability(ResponseKind.HAZARD, rate)),
        mean(heldOut, rate -> curves.probability(ResponseKind.LOGIT, rate)),
        mean(heldOut, rate -> curves.probability(ResponseKind.ISOTONIC, rate)));
  }

  /** The loss over both groups of exposures. */
  HeldOutLoss plus(HeldOutLoss other) {
    long both = exposures + other.exposures;
    return new HeldOutLoss(
        both,
        (total(constant) + other.total(other.constant)) / both,
        (total(hazard) + other.total(other.hazard)) / both,
        (total(logit) + other.total(other.logit)) / both,
        (total(isotonic) + other.total(other.isotonic)) / both);
  }

  private double total(double mean) {
    return exposures == 0 ? 0 : mean * exposures;
  }

  private static double mean(RateCounts counts, DoubleUnaryOperator model) {
    double sum = 0;
    for (int j : counts.occupied()) {
      double p = Math.clamp(model.applyAsDouble(counts.rates()[j]), LEAST, 1 - LEAST);
      long bought = counts.purchases(j);
      sum -= bought * Math.log(p) + (counts.exposures(j) - bought) * Math.log1p(-p);
    }
    return sum / counts.exposures();
  }
}
