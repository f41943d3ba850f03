package org.tiersmith.training;

import java.util.random.RandomGenerator;

/**
 * A pool of dropout factors, 0 or 1 / (1 - rate), of which each use takes a run from a random
 * place.
 *
 * @param factors the pool
 */
record DropoutPool(float[] factors) {
  /** Factors beyond the longest run, among which a run may start. */
  private static final int SLACK = 1 << 20;

  static DropoutPool of(double rate, int longestRun, RandomGenerator random) {
    float[] factors = new float[longestRun + SLACK];
    float kept = (float) (1 / (1 - rate));
    for (int i = 0; i < factors.length; i++) {
      factors[i] = random.nextDouble() < rate ? 0 : kept;
    }
    return new DropoutPool(factors);
  }

  /** Where each of so many runs starts. */
  static long[] starts(int uses, RandomGenerator random) {
    return random.longs(uses, 0, SLACK).toArray();
  }
}
