package org.tiersmith.training;

/**
 * A correction of what the network says, fitted on validation examples: logit of p0 becomes {@code
 * slope * z + shift}, k becomes {@code sensitivity * k}. Slope and sensitivity are positive, so
 * order and monotonicity in the discount stay.
 *
 * @param slope above 0
 * @param shift any
 * @param sensitivity above 0
 */
record Calibration(double slope, double shift, double sensitivity) {
  static final Calibration NONE = new Calibration(1, 0, 1);

  /** Keeps p0 inside (0, 1) in double precision. */
  private static final double FARTHEST_LOGIT = 30;

  /** Purchase probability at list price, in (0, 1), of a raw logit. */
  double p0(double z) {
    double logit = Math.clamp(slope * z + shift, -FARTHEST_LOGIT, FARTHEST_LOGIT);
    return 1 / (1 + Math.exp(-logit));
  }

  /** Sensitivity of a raw one, at least 0. */
  double k(double k) {
    return sensitivity * k;
  }

  /** Purchase probability at a discount rate: 1 - (1 - p0) exp(-k d). */
  double probability(double z, double k, double discount) {
    double logit = Math.clamp(slope * z + shift, -FARTHEST_LOGIT, FARTHEST_LOGIT);
    double hazard = Math.log1p(Math.exp(logit)) + sensitivity * k * discount;
    return -Math.expm1(-hazard);
  }

  float[] asFloats() {
    return new float[] {(float) slope, (float) shift, (float) sensitivity};
  }

  static Calibration of(float[] values) {
    return new Calibration(values[0], values[1], values[2]);
  }
}
