package org.tiersmith.strategy;

/** What a ladder leaves to give once discounts that are not worth while are out. */
final class LadderLimits {
  private final int first;

  LadderLimits(double[] rates, double minRate) {
    int t = 1;
    while (t < rates.length && rates[t] < minRate * (1 - 1e-12)) {
      t++;
    }
    first = t;
  }

  /**
   * @param first as {@link #first()} answers
   */
  LadderLimits(int first) {
    this.first = first;
  }

  /** The lowest tier above none that is worth giving; beyond the ladder where none is. */
  int first() {
    return first;
  }

  /** The tier itself, or none where it is not worth giving. */
  int effective(int tier) {
    return tier < first ? 0 : tier;
  }
}
