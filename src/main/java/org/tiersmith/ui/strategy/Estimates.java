package org.tiersmith.ui.strategy;

import java.util.List;
import org.tiersmith.response.AlphaEstimate;
import org.tiersmith.response.ResponseFits;
import org.tiersmith.response.SegmentFit;
import org.tiersmith.service.StrategyGround;

/**
 * What the data suggest for alpha: by the response fitted to the shop's own exposures, or by what
 * the model has learned where there is no such fit, or none of the shop as it is.
 */
record Estimates(AlphaEstimate all, List<AlphaEstimate> bySegment) {
  private static final String OF_A_SAMPLE = "response.sampled";

  static Estimates of(StrategyGround ground) {
    ResponseFits fits = ground.fits();
    return fits != null && ground.fitted() && isOfTheShop(fits) && isShown(fits.all().alpha())
        ? new Estimates(
            fits.all().alpha(), fits.segments().stream().map(SegmentFit::alpha).toList())
        : new Estimates(ground.alpha().all(), ground.alpha().bySegment());
  }

  private static boolean isOfTheShop(ResponseFits fits) {
    return fits.findings().stream().noneMatch(found -> found.key().equals(OF_A_SAMPLE));
  }

  /** Whether there is an estimate with an interval. */
  static boolean isShown(AlphaEstimate estimate) {
    return Double.isFinite(estimate.alpha()) && Double.isFinite(estimate.high());
  }
}
