package org.tiersmith.bench;

/**
 * How much more heap than at first was in use, garbage that is not collected yet among it: an upper
 * bound of what the work holds. To be sampled while the work runs; thread-safe.
 */
final class HeapPeak {
  private final long before;
  private long most;

  HeapPeak() {
    System.gc();
    before = used();
    most = before;
  }

  synchronized void sample() {
    most = Math.max(most, used());
  }

  /** In bytes. */
  synchronized long grown() {
    return most - before;
  }

  private static long used() {
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
