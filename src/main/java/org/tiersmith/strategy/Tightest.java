package org.tiersmith.strategy;

/**
 * Finds the tightest of one pair's limits and the next to it. Scratch space, reset pair after pair.
 */
final class Tightest {
  private final int top;
  private int cap;
  private int lifted;
  private BoundBy bound = BoundBy.NONE;

  /**
   * @param top the ladder's highest tier
   */
  Tightest(int top) {
    this.top = top;
    reset();
  }

  void reset() {
    cap = top;
    lifted = top;
    bound = BoundBy.NONE;
  }

  /** Adds a limit; of equal ones the first in {@link BoundBy}'s order counts. */
  void add(int tier, BoundBy by) {
    if (tier >= top) {
      return;
    }
    if (tier < cap || (tier == cap && (bound == BoundBy.NONE || by.compareTo(bound) < 0))) {
      lifted = bound == BoundBy.NONE ? top : cap;
      cap = tier;
      bound = by;
    } else if (tier < lifted) {
      lifted = tier;
    }
  }

  int cap() {
    return cap;
  }

  byte bound() {
    return bound.index();
  }

  int lifted() {
    return lifted;
  }
}
