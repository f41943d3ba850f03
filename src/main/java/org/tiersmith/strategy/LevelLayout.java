package org.tiersmith.strategy;

/**
 * Where a block's record keeps which sum and which count. For tier t of a ladder with {@code tiers}
 * tiers, the rows that may have at least t ("open") bring the sums of t when t is asked for; those
 * that may have exactly t ("held") bring them when more is asked for. Each guardrail that binds any
 * row has sums of the profit that its rows would have at t without it.
 */
record LevelLayout(int tiers, byte[] bounds) {
  static final int UPLIFT = 0;
  static final int UPLIFT_PRICE = 1;
  static final int BASE_PRICE = 2;
  static final int PROFIT = 3;
  static final int SUMS = 4;

  /** How many sums there are. */
  int sums() {
    return 2 * (tiers - 1) * width();
  }

  /** How many of them stand together: those of what is open at a tier, or of what is held there. */
  int width() {
    return SUMS + bounds.length;
  }

  /** How many counts a record has. */
  int counts() {
    return tiers * countWidth();
  }

  /** How many of them belong to one tier. */
  int countWidth() {
    return 2 + bounds.length;
  }

  /** No sum is kept of the tier without a discount: all of them would be 0. */
  int open(int tier) {
    return 2 * (tier - 1) * width();
  }

  int held(int tier) {
    return open(tier) + width();
  }

  /** Profit at a tier of the rows held lower by a guardrail without which the tier was open. */
  int lifted(int bound, int tier) {
    return open(tier) + SUMS + bound;
  }

  /**
   * Profit at a tier of the rows that would be held there without the guardrail, less that of the
   * rows which it holds there.
   */
  int moved(int bound, int tier) {
    return held(tier) + SUMS + bound;
  }

  /** The place of a guardrail among those that can bind. */
  int place(byte bound) {
    for (int b = 0; b < bounds.length; b++) {
      if (bounds[b] == bound) {
        return b;
      }
    }
    throw new IllegalArgumentException("not expected to bind: " + BoundBy.of(bound));
  }

  int countOpen(int tier) {
    return tier * countWidth();
  }

  int countHeld(int tier) {
    return countOpen(tier) + 1;
  }

  /** Rows held at a tier by one guardrail. */
  int countBound(int bound, int tier) {
    return countOpen(tier) + 2 + bound;
  }
}
