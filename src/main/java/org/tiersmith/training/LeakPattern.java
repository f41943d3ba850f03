package org.tiersmith.training;

/**
 * How often something is there among buyers and among others.
 *
 * @param bought rows with it that ended in a purchase
 * @param passed rows with it that did not
 * @param buyers all rows that ended in a purchase
 * @param others all rows that did not
 */
record LeakPattern(long bought, long passed, long buyers, long others) {
  /** Least share of the buyers, for something that only buyers have. */
  private static final double LEAST_OF_BUYERS = 0.1;

  /** Least share of the others: goods that nobody wants are no leak, so more than of buyers. */
  private static final double LEAST_OF_OTHERS = 0.3;

  /** Chance, as a power of e, that so many rows had one outcome by accident. */
  private static final double BY_ACCIDENT = 20;

  /** Distance of its AUC to one half: half the difference of the two shares. */
  double strength() {
    return Math.abs((double) bought / buyers - (double) passed / others) / 2;
  }

  boolean nearlyPerfect() {
    return strength() > Leak.NEARLY_PERFECT;
  }

  /** Only buyers have it, and too many for chance. */
  boolean onlyBought() {
    double rate = (double) buyers / (buyers + others);
    return passed == 0 && bought >= LEAST_OF_BUYERS * buyers && surprise(bought, rate);
  }

  /** No buyer has it, and too many others for chance. */
  boolean onlyPassed() {
    double rate = (double) others / (buyers + others);
    return bought == 0 && passed >= LEAST_OF_OTHERS * others && surprise(passed, rate);
  }

  private static boolean surprise(long rows, double rate) {
    return -rows * Math.log(rate) >= BY_ACCIDENT;
  }

  boolean leaks() {
    return nearlyPerfect() || onlyBought() || onlyPassed();
  }
}
