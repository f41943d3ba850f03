package org.tiersmith.training;

import java.util.Arrays;

/**
 * The logit of p0 becomes a polyline through knots, which goes on beyond the outer knots with a
 * slope of its own; k becomes {@code sensitivity * k}.
 *
 * @param at raw logits of the knots, rising; at least one
 * @param logits corrected logits of the knots, rising
 * @param tail slope beyond the outer knots, above 0
 * @param sensitivity above 0
 */
record IsotonicCalibration(double[] at, double[] logits, double tail, double sensitivity)
    implements Calibration {

  IsotonicCalibration {
    if (at.length == 0 || at.length != logits.length || !(tail > 0)) {
      throw new IllegalArgumentException("no curve");
    }
  }

  @Override
  public double logit(double z) {
    int last = at.length - 1;
    if (z <= at[0]) {
      return logits[0] + tail * (z - at[0]);
    }
    if (z >= at[last]) {
      return logits[last] + tail * (z - at[last]);
    }
    int found = Arrays.binarySearch(at, z);
    if (found >= 0) {
      return logits[found];
    }
    int above = -found - 1;
    double share = (z - at[above - 1]) / (at[above] - at[above - 1]);
    return logits[above - 1] + share * (logits[above] - logits[above - 1]);
  }

  @Override
  public float[] asFloats() {
    return new float[] {(float) tail, 0, (float) sensitivity};
  }

  @Override
  public float[] knots() {
    float[] knots = new float[2 * at.length];
    for (int i = 0; i < at.length; i++) {
      knots[2 * i] = (float) at[i];
      knots[2 * i + 1] = (float) logits[i];
    }
    return knots;
  }

  /** The curve through knots that {@link #knots} gave. */
  static IsotonicCalibration of(float[] knots, double tail, double sensitivity) {
    double[] at = new double[knots.length / 2];
    double[] logits = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      at[i] = knots[2 * i];
      logits[i] = knots[2 * i + 1];
    }
    return new IsotonicCalibration(at, logits, tail, sensitivity);
  }
}
