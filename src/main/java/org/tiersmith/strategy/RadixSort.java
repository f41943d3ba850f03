package org.tiersmith.strategy;

import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Sorts longs that are at least 0 by their upper halves; those with equal ones keep their order.
 * Three passes from the lowest digit, each in parallel over chunks, so the time grows with the
 * number of keys alone.
 */
final class RadixSort {
  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 1 << DIGIT_BITS;
  private static final int PASSES = 3;
  private static final int CHUNK = 1 << 18;

  private RadixSort() {}

  /** The sorted keys, in {@code keys} or in an array of their own. */
  static long[] byUpperHalf(long[] keys, BooleanSupplier cancelled) {
    long[] from = keys;
    long[] to = new long[keys.length];
    for (int pass = 0; pass < PASSES; pass++) {
      Blocks.check(cancelled);
      sort(from, to, Integer.SIZE + pass * DIGIT_BITS);
      long[] sorted = to;
      to = from;
      from = sorted;
    }
    return from;
  }

  private static void sort(long[] from, long[] to, int shift) {
    int chunks = Math.ceilDiv(from.length, CHUNK);
    int[][] next = new int[chunks][DIGITS];
    IntStream.range(0, chunks).parallel().forEach(c -> count(from, c, shift, next[c]));
    int place = 0;
    for (int digit = 0; digit < DIGITS; digit++) {
      for (int c = 0; c < chunks; c++) {
        int count = next[c][digit];
        next[c][digit] = place;
        place += count;
      }
    }
    IntStream.range(0, chunks).parallel().forEach(c -> move(from, to, c, shift, next[c]));
  }

  private static void count(long[] from, int chunk, int shift, int[] counts) {
    int end = end(from, chunk);
    for (int i = chunk * CHUNK; i < end; i++) {
      counts[(int) (from[i] >>> shift) & DIGITS - 1]++;
    }
  }

  private static void move(long[] from, long[] to, int chunk, int shift, int[] next) {
    int end = end(from, chunk);
    for (int i = chunk * CHUNK; i < end; i++) {
      to[next[(int) (from[i] >>> shift) & DIGITS - 1]++] = from[i];
    }
  }

  private static int end(long[] from, int chunk) {
    return (int) Math.min(from.length, (chunk + 1L) * CHUNK);
  }
}
