package org.tiersmith.bench;

import org.tiersmith.model.Problem;

/**
 * What to measure on.
 *
 * @param rows pairs to make up, at least 1
 * @param seed the same seed makes up the same pairs
 */
public record BenchOptions(int rows, long seed) {
  public BenchOptions {
    if (rows < 1) {
      throw Problem.of("bench.rows", "A bench needs at least 1 row, not {0}.", "" + rows);
    }
  }
}
