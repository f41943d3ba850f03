package org.tiersmith.sample;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A stream of random choices that belongs to one entity, so that the entity stays the same however
 * many others are made. Uses only {@link SplittableRandom#nextLong()}, whose values every JDK
 * shares.
 */
final class Draws {
  private static final double UNIT = 0x1.0p-53;

  private final SplittableRandom random;

  private Draws(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The stream of the {@code index}-th entity of a kind. */
  static Draws of(long seed, Stream stream, long index) {
    return new Draws(mixed(mixed(mixed(seed) + stream.ordinal()) + index));
  }

  /**
   * Scatters neighbouring numbers over all longs (the 64-bit finaliser of MurmurHash3): streams
   * that start at regular distances would repeat one another's numbers.
   */
  private static long mixed(long number) {
    long z = (number ^ (number >>> 33)) * 0xFF51AFD7ED558CCDL;
    z = (z ^ (z >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return z ^ (z >>> 33);
  }

  /** Uniform in [0, 1). */
  double unit() {
    return (random.nextLong() >>> 11) * UNIT;
  }

  /** Uniform in [from, to). */
  double between(double from, double to) {
    return from + (to - from) * unit();
  }

  /** Uniform in 0 .. bound - 1. */
  int below(int bound) {
    return (int) (unit() * bound);
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  <T> T pick(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /** An index of {@code weights} with probability in proportion to its weight. */
  int weighted(double... weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double left = unit() * total;
    int index = 0;
    while (index < weights.length - 1 && left >= weights[index]) {
      left -= weights[index];
      index++;
    }
    return index;
  }

  /** What a stream is for: streams of different kinds never share their numbers. */
  enum Stream {
    CUSTOMER,
    PRODUCT,
    HISTORY,
    EXPOSURE
  }
}
