package org.tiersmith.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * The form that the values of a column share, from the first row of a stretch to its last: as long
 * as one another, digits where the others have digits, and else the same bytes.
 *
 * @param rows how many
 * @param same whether they share one
 * @param shape the form, 0 for any digit; empty where there is no row
 */
record ValueShape(long rows, boolean same, String shape) {
  /** Of no rows. */
  static final ValueShape NONE = new ValueShape(0, true, "");

  /** The shape of this stretch and the next together. */
  ValueShape then(ValueShape next) {
    if (rows == 0 || next.rows == 0) {
      return rows == 0 ? next : this;
    }
    return new ValueShape(rows + next.rows, same && next.same && shape.equals(next.shape), shape);
  }

  private static byte plain(byte b) {
    return b >= '0' && b <= '9' ? (byte) '0' : b;
  }

  /** Watches the values of one stretch. */
  static final class Watch {
    private long rows;
    private boolean same = true;
    private byte[] shape = {};

    /** The next row's value. */
    void add(byte[] bytes, int from, int to) {
      if (rows++ == 0) {
        shape = new byte[to - from];
        for (int i = 0; i < shape.length; i++) {
          shape[i] = plain(bytes[from + i]);
        }
      } else if (same) {
        same = to - from == shape.length;
        for (int i = 0; same && i < shape.length; i++) {
          same = plain(bytes[from + i]) == shape[i];
        }
      }
    }

    /** What was seen. */
    ValueShape shape() {
      return new ValueShape(rows, same, new String(shape, ISO_8859_1));
    }
  }
}
