package org.tiersmith.bench;

import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.model.TierLadder;

/**
 * What to measure on.
 *
 * @param rows pairs to make up, at least 1
 * @param tiers how many tiers, 1 to {@value TierLadder#MOST_TIERS}, for a bench that heeds it; null
 *     for as many as usual
 * @param seed the same seed makes up the same pairs
 */
public record BenchOptions(int rows, @Nullable Integer tiers, long seed) {
  public BenchOptions {
    if (rows < 1) {
      throw Problem.of("bench.rows", "A bench needs at least 1 row, not {0}.", "" + rows);
    }
    if (tiers != null && (tiers < 1 || tiers > TierLadder.MOST_TIERS)) {
      throw Problem.of(
          "bench.tiers",
          "A bench takes 1 to {0} tiers, not {1}.",
          TierLadder.MOST_TIERS,
          "" + tiers);
    }
  }
}
