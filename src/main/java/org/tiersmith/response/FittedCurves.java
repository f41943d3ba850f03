package org.tiersmith.response;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The three families fitted to the same exposures.
 *
 * @param hazard hazard without a discount, above 0
 * @param k what the whole discount would add to the hazard, at least 0
 * @param logOdds log odds without a discount
 * @param b what the whole discount would add to the log odds, at least 0
 * @param isotonicHazard the isotonic fit's hazard without a discount, at least 0
 * @param isotonic its gains; at the rates of {@link ResponseFits#rates()}
 */
public record FittedCurves(
    double hazard, double k, double logOdds, double b, double isotonicHazard, Isotonic isotonic) {

  /**
   * The fitted purchase probability of the group's mean pair.
   *
   * @param rate discount rate, in [0, 1)
   * @throws IllegalArgumentException for {@link ResponseKind#LEARNED}, which is not fitted here
   */
  public double probability(ResponseKind kind, double rate) {
    return switch (kind) {
      case HAZARD -> AdditiveHazard.ofHazard(hazard + k * rate);
      case LOGIT -> Logit.ofLogOdds(logOdds + b * rate);
      case ISOTONIC ->
          AdditiveHazard.ofHazard(
              isotonicHazard
                  + SegmentResponses.interpolate(isotonic.rates(), isotonic.gain(), rate));
      case LEARNED -> throw new IllegalArgumentException("the learned response is no fit");
    };
  }

  /** Fits all three; there must be exposures. */
  static FittedCurves of(RateCounts counts) {
    WeightedRates weighted = counts.weighted();
    Line hazard = LineFitter.fit(LineFamily.HAZARD, weighted);
    Line logit = LineFitter.fit(LineFamily.LOGIT, weighted);
    double[] seen = hazards(weighted);
    double base = weighted.rate()[0] == 0 ? seen[0] : hazard.intercept();
    return new FittedCurves(
        hazard.intercept(),
        hazard.slope(),
        logit.intercept(),
        logit.slope(),
        base,
        new Isotonic(counts.rates(), gains(counts.rates(), weighted.rate(), seen, base)));
  }

  /** The nondecreasing hazards at the occupied rates. */
  private static double[] hazards(WeightedRates weighted) {
    double[] share = new double[weighted.size()];
    Arrays.setAll(share, j -> weighted.y()[j] / weighted.n()[j]);
    double[] fitted = IsotonicRegression.fit(share, weighted.n());
    Arrays.setAll(fitted, j -> AdditiveHazard.hazard(fitted[j]));
    return fitted;
  }

  /** Gains at all rates, those without exposures between their neighbours. */
  private static double[] gains(double[] rates, double[] occupied, double[] seen, double base) {
    boolean zeroSeen = occupied[0] == 0;
    int shift = zeroSeen ? 0 : 1;
    double[] at = new double[occupied.length + shift];
    double[] gain = new double[at.length];
    for (int j = 0; j < occupied.length; j++) {
      at[j + shift] = occupied[j];
      gain[j + shift] = Math.max(0, seen[j] - base);
    }
    double[] all = new double[rates.length];
    for (int j = 1; j < all.length; j++) {
      all[j] = Math.max(all[j - 1], SegmentResponses.interpolate(at, gain, rates[j]));
    }
    return all;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FittedCurves that
        && Arrays.equals(numbers(), that.numbers())
        && isotonic.equals(that.isotonic);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(numbers()) + isotonic.hashCode();
  }

  private double[] numbers() {
    return new double[] {hazard, k, logOdds, b, isotonicHazard};
  }
}
