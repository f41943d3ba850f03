package org.tiersmith.strategy;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Puts rows in the order of a key within each segment; rows of equal keys keep their order. Key and
 * row share a long, so that a primitive sort serves; where both do not fit, the leading bits of the
 * key are sorted first and runs that are equal in them once more by the bits left over.
 */
final class RowOrder {
  private static final int ROOM = 63;

  private RowOrder() {}

  /** The key of a row as a number of few bits, ordered as the keys are. */
  interface Bits {
    long of(int row);
  }

  /** The first position of each segment, and the number of rows at the end. */
  static int[] starts(int[] segment, int segments) {
    int[] start = new int[segments + 1];
    for (int s : segment) {
      start[s + 1]++;
    }
    for (int s = 0; s < segments; s++) {
      start[s + 1] += start[s];
    }
    return start;
  }

  /**
   * The row at each position.
   *
   * @param start from {@link #starts}
   * @param width how many bits keys have, at most 62
   */
  static int[] of(int[] segment, int[] start, Bits bits, int width) {
    int[] order = new int[segment.length];
    int[] next = start.clone();
    for (int i = 0; i < segment.length; i++) {
      order[next[segment[i]]++] = i;
    }
    IntStream.range(0, start.length - 1)
        .parallel()
        .filter(s -> start[s + 1] - start[s] > 1)
        .forEach(s -> sort(order, start[s], start[s + 1], bits, width));
    return order;
  }

  private static void sort(int[] order, int from, int to, Bits bits, int width) {
    int n = to - from;
    int[] rows = Arrays.copyOfRange(order, from, to);
    int indexBits = Integer.SIZE - Integer.numberOfLeadingZeros(n - 1);
    int dropped = Math.max(0, width - (ROOM - indexBits));
    long[] keys = new long[n];
    Arrays.setAll(keys, j -> bits.of(rows[j]) >>> dropped << indexBits | j);
    Arrays.parallelSort(keys);
    long mask = (1L << indexBits) - 1;
    if (dropped > 0) {
      sortRuns(keys, rows, bits, indexBits, dropped);
    }
    for (int j = 0; j < n; j++) {
      order[from + j] = rows[(int) (keys[j] & mask)];
    }
  }

  /** Sorts runs of equal leading bits by the bits that were dropped, then by row. */
  private static void sortRuns(long[] keys, int[] rows, Bits bits, int indexBits, int dropped) {
    long mask = (1L << indexBits) - 1;
    long low = (1L << dropped) - 1;
    int run = 0;
    for (int j = 1; j <= keys.length; j++) {
      if (j == keys.length || keys[j] >>> indexBits != keys[run] >>> indexBits) {
        if (j - run > 1) {
          for (int r = run; r < j; r++) {
            int index = (int) (keys[r] & mask);
            keys[r] = (bits.of(rows[index]) & low) << indexBits | index;
          }
          Arrays.sort(keys, run, j);
        }
        run = j;
      }
    }
  }
}
