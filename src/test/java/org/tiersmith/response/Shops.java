package org.tiersmith.response;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** Exposures of invented shops. */
final class Shops {
  static final double[] LADDER = {0, 0.05, 0.1, 0.15, 0.2, 0.3};

  private Shops() {}

  /** Discounts at random from the ladder; a fifth held out; segment s answers by its curve. */
  static Exposures of(long seed, int perSegment, DoubleUnaryOperator... curves) {
    SplittableRandom random = new SplittableRandom(seed);
    int rows = perSegment * curves.length;
    int[] segment = new int[rows];
    double[] rate = new double[rows];
    boolean[] purchased = new boolean[rows];
    boolean[] heldOut = new boolean[rows];
    for (int i = 0; i < rows; i++) {
      segment[i] = i % curves.length;
      rate[i] = LADDER[random.nextInt(LADDER.length)];
      purchased[i] = random.nextDouble() < curves[segment[i]].applyAsDouble(rate[i]);
      heldOut[i] = random.nextInt(5) == 0;
    }
    return new Exposures(segment, rate, purchased, heldOut);
  }

  static DoubleUnaryOperator hazard(double p0, double k) {
    return rate -> AdditiveHazard.CURVE.probability(p0, k, rate);
  }

  static DoubleUnaryOperator logit(double p0, double b) {
    return rate -> Logit.CURVE.probability(p0, b, rate);
  }

  static ResponseFits fit(Exposures exposures, int segments) {
    return ResponseFitter.fit(exposures, segments, () -> false);
  }
}
