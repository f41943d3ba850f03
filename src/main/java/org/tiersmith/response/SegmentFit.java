package org.tiersmith.response;

import java.util.Arrays;
import java.util.List;

/**
 * How a segment's purchases answer discounts.
 *
 * @param own whether the curves were fitted to this segment; false where it has too few exposures
 *     and takes the curves of all
 * @param exposures how many were fitted, the held-out ones not counted
 * @param purchases how many of these ended in a purchase
 * @param points what was seen at each rate, the held-out exposures not counted
 * @param heldOut how well the curves foretell the segment's held-out exposures
 * @param alpha {@code 1 / k} of the fitted hazard with the 95 % interval of the profile likelihood
 */
public record SegmentFit(
    boolean own,
    long exposures,
    long purchases,
    List<ObservedPoint> points,
    FittedCurves curves,
    HeldOutLoss heldOut,
    AlphaEstimate alpha) {
  /** Fewer purchases, refusals or discounted exposures than this don't make a fit. */
  public static final int FEWEST = 30;

  public SegmentFit {
    points = List.copyOf(points);
  }

  /** The fit of all exposures. */
  static SegmentFit ofAll(RateCounts counts, RateCounts heldOut) {
    return own(counts, heldOut);
  }

  /** A segment's own fit, or that of all where its exposures are too few. */
  static SegmentFit of(RateCounts counts, RateCounts heldOut, SegmentFit all, double constant) {
    if (enough(counts)) {
      return own(counts, heldOut);
    }
    AlphaEstimate alpha =
        new AlphaEstimate(
            all.alpha.alpha(), all.alpha.low(), all.alpha.high(), counts.exposures(), 0);
    return new SegmentFit(
        false,
        counts.exposures(),
        counts.purchases(),
        points(counts),
        all.curves,
        HeldOutLoss.of(heldOut, all.curves, constant),
        alpha);
  }

  private static SegmentFit own(RateCounts counts, RateCounts heldOut) {
    FittedCurves curves = FittedCurves.of(counts);
    return new SegmentFit(
        true,
        counts.exposures(),
        counts.purchases(),
        points(counts),
        curves,
        HeldOutLoss.of(heldOut, curves, counts.meanRate()),
        alpha(counts));
  }

  private static boolean enough(RateCounts counts) {
    long exposures = counts.exposures();
    long purchases = counts.purchases();
    return counts.varies()
        && Math.min(purchases, exposures - purchases) >= FEWEST
        && exposures - counts.exposures(0) >= FEWEST;
  }

  private static AlphaEstimate alpha(RateCounts counts) {
    WeightedRates weighted = counts.weighted();
    if (!counts.varies()) {
      return new AlphaEstimate(
          Double.POSITIVE_INFINITY, Double.NaN, Double.NaN, counts.exposures(), 0);
    }
    Line line = LineFitter.fit(LineFamily.HAZARD, weighted);
    SlopeInterval k = SlopeInterval.of(line, weighted);
    return new AlphaEstimate(1 / line.slope(), 1 / k.high(), 1 / k.low(), counts.exposures(), 0);
  }

  private static List<ObservedPoint> points(RateCounts counts) {
    return Arrays.stream(counts.occupied())
        .mapToObj(
            j -> new ObservedPoint(counts.rates()[j], counts.exposures(j), counts.purchases(j)))
        .toList();
  }
}
