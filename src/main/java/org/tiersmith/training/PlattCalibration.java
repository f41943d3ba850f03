package org.tiersmith.training;

import org.jspecify.annotations.Nullable;

/**
 * The logit of p0 becomes {@code slope * z + shift}, k becomes {@code sensitivity * k}.
 *
 * @param slope above 0
 * @param shift any
 * @param sensitivity above 0
 */
record PlattCalibration(double slope, double shift, double sensitivity) implements Calibration {

  @Override
  public double logit(double z) {
    return slope * z + shift;
  }

  @Override
  public float[] asFloats() {
    return new float[] {(float) slope, (float) shift, (float) sensitivity};
  }

  @Override
  public float @Nullable [] knots() {
    return null;
  }
}
