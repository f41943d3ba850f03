package org.tiersmith.training;

import org.jspecify.annotations.Nullable;

/** How raw answers become probabilities and sensitivities, for those who compute them in bulk. */
public final class PairCalibration {
  private final Calibration calibration;

  PairCalibration(Calibration calibration) {
    this.calibration = calibration;
  }

  /** Slope and shift of the logit where it is a line, else null. */
  public float @Nullable [] line() {
    return calibration instanceof PlattCalibration platt
        ? new float[] {(float) platt.slope(), (float) platt.shift()}
        : null;
  }

  /** Purchase probability at list price, in (0, 1), of a raw logit; rises with it. */
  public double p0(double z) {
    return calibration.p0(z);
  }

  /** What sensitivities are multiplied by. */
  public double sensitivity() {
    return calibration.sensitivity();
  }
}
