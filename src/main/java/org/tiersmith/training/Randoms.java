package org.tiersmith.training;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Randomness by place instead of by history: each purpose, epoch and step has a generator of its
 * own, made of the run's seed. So a run that goes on needs nothing but to know where it stood.
 */
final class Randoms {
  /** Same values on every Java, unlike the default generator's, which may change. */
  private static final String ALGORITHM = "L64X128MixRandom";

  /** What the randomness is for. */
  enum Purpose {
    HEAD_START,
    DROPOUT_POOL,
    DROPOUT,
    ORDER,
    AUGMENTATION,
    HEAD_ORDER
  }

  private Randoms() {}

  /** The generator of a purpose at a place, for example a step. */
  static RandomGenerator of(long seed, Purpose purpose, long place) {
    long mixed = mix(mix(mix(seed) ^ purpose.ordinal()) ^ place);
    return RandomGeneratorFactory.of(ALGORITHM).create(mixed);
  }

  /** The finaliser of MurmurHash3 in 64 bits, after a golden-ratio step so that 0 moves too. */
  private static long mix(long x) {
    long z = x + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 33)) * 0xff51afd7ed558ccdL;
    z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return z ^ (z >>> 33);
  }
}
