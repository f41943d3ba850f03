package org.tiersmith.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/**
 * How the values of a column follow one another, from the first row of a stretch to its last: an
 * export's ids often rise, and then none repeats. A value rises over another that has fewer bytes,
 * or as many and smaller ones; numbers without zeros before them rise as numbers do.
 *
 * @param rows how many
 * @param rises whether each has a value above that of the row before
 * @param digits whether each is of digits alone
 * @param first the first value, a character a byte; empty where there is no row
 * @param last the last value likewise
 */
record KeyOrder(long rows, boolean rises, boolean digits, String first, String last) {
  /** Of no rows. */
  static final KeyOrder NONE = new KeyOrder(0, true, true, "", "");

  /** The order of this stretch and the next together. */
  KeyOrder then(KeyOrder next) {
    if (rows == 0 || next.rows == 0) {
      return rows == 0 ? next : this;
    }
    int longer = Integer.compare(next.first.length(), last.length());
    boolean up = longer > 0 || (longer == 0 && next.first.compareTo(last) > 0);
    return new KeyOrder(
        rows + next.rows, rises && next.rises && up, digits && next.digits, first, next.last);
  }

  /** Watches the values of one stretch, which lie in one array. */
  static final class Watch {
    private long rows;
    private boolean rises = true;
    private boolean digits = true;
    private int firstStart;
    private int firstEnd;
    private int start;
    private int end;

    /** The next row's value. */
    void add(byte[] bytes, int from, int to) {
      if (rows++ == 0) {
        firstStart = from;
        firstEnd = to;
        rises = to > from;
      } else if (rises) {
        int longer = Integer.compare(to - from, end - start);
        rises =
            longer > 0
                || (longer == 0 && Arrays.compareUnsigned(bytes, from, to, bytes, start, end) > 0);
      }
      for (int i = from; digits && i < to; i++) {
        digits = bytes[i] >= '0' && bytes[i] <= '9';
      }
      start = from;
      end = to;
    }

    /** What was seen. */
    KeyOrder order(byte[] bytes) {
      return new KeyOrder(
          rows,
          rises,
          digits,
          new String(bytes, firstStart, firstEnd - firstStart, ISO_8859_1),
          new String(bytes, start, end - start, ISO_8859_1));
    }
  }
}
