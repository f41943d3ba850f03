package org.tiersmith.training;

import org.jspecify.annotations.Nullable;

/**
 * A correction of what the network says, fitted on validation examples: it maps the raw logit z of
 * p0 to another and multiplies k. Both rise with what they correct, so order and monotonicity in
 * the discount stay.
 */
sealed interface Calibration permits PlattCalibration, IsotonicCalibration {
  Calibration NONE = new PlattCalibration(1, 0, 1);

  /** Keeps p0 inside (0, 1) in double precision. */
  double FARTHEST_LOGIT = 30;

  /** Corrected logit of p0 of a raw one; rises with it. */
  double logit(double z);

  /** What k is multiplied by, above 0. */
  double sensitivity();

  /** The correction of k and all else that has a fixed length: three numbers. */
  float[] asFloats();

  /** Knots row by row, raw logit and corrected; null where there are none. */
  float @Nullable [] knots();

  /** Purchase probability at list price, in (0, 1), of a raw logit. */
  default double p0(double z) {
    return 1 / (1 + Math.exp(-inside(z)));
  }

  /** Sensitivity of a raw one, at least 0. */
  default double k(double k) {
    return sensitivity() * k;
  }

  /** Purchase probability at a discount rate: 1 - (1 - p0) exp(-k d). */
  default double probability(double z, double k, double discount) {
    double hazard = Math.log1p(Math.exp(inside(z))) + sensitivity() * k * discount;
    return -Math.expm1(-hazard);
  }

  private double inside(double z) {
    return Math.clamp(logit(z), -FARTHEST_LOGIT, FARTHEST_LOGIT);
  }

  /** The calibration that {@link #asFloats} and {@link #knots} came of. */
  static Calibration of(float[] values, float @Nullable [] knots) {
    return knots == null
        ? new PlattCalibration(values[0], values[1], values[2])
        : IsotonicCalibration.of(knots, values[0], values[2]);
  }

  /**
   * Fits a calibration.
   *
   * @param prior strength of a pull towards {@link #NONE}, in examples' worth of information
   */
  static Calibration fit(CalibrationKind kind, Answers answers, double prior) {
    PlattCalibration platt = HazardFit.of(answers, prior);
    return switch (kind) {
      case PLATT -> platt;
      case ISOTONIC -> IsotonicFit.of(answers, platt);
    };
  }
}
