package org.tiersmith.strategy;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Rows cut into blocks of a fixed length that run in parallel. The cut does not depend on the
 * number of cores, and results come back in the order of rows, so sums over them are the same
 * everywhere.
 */
final class Blocks {
  static final int ROWS = 1 << 15;

  private Blocks() {}

  /** What is made of the rows from {@code from} to before {@code to}. */
  interface Work<T> {
    T of(int from, int to);
  }

  static <T> List<T> map(int rows, BooleanSupplier cancelled, Work<T> work) {
    return IntStream.range(0, Math.ceilDiv(rows, ROWS))
        .parallel()
        .mapToObj(
            block -> {
              check(cancelled);
              int from = block * ROWS;
              return work.of(from, Math.min(rows, from + ROWS));
            })
        .toList();
  }

  static void check(BooleanSupplier cancelled) {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException();
    }
  }
}
