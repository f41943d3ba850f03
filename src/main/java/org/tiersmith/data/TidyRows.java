package org.tiersmith.data;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a file must be written to be tidy, and the look at a piece of them.
 *
 * @see TidyScan
 */
final class TidyRows {
  private static final int LONGEST_LINE = TidyScan.LONGEST_LINE;

  private static final byte PLAIN = 0;
  private static final byte DELIMITER = 1;
  private static final byte LINE_END = 2;
  private static final byte HIGH = 3;
  private static final byte UNTIDY = 4;

  private final Dialect dialect;
  private final int width;
  private final int key;
  private final int time;
  private final byte quote;
  private final boolean crlf;
  private final byte[] kinds;

  /**
   * The form of a file's rows.
   *
   * @param width fields in each row
   * @param key place of the column of which to know whether its values rise; -1 for none
   * @param time place of the column of which to know whether its values have one form; -1 for none
   * @param crlf whether lines end in CR LF rather than in LF
   */
  TidyRows(Dialect dialect, int width, int key, int time, boolean crlf) {
    this.dialect = dialect;
    this.width = width;
    this.key = key;
    this.time = time;
    this.quote = (byte) dialect.quote();
    this.crlf = crlf;
    this.kinds = isReadable() ? kinds(dialect) : new byte[0];
  }

  /** Whether the marks between fields and around them are single bytes. */
  boolean isReadable() {
    return dialect.delimiter() < 0x80 && dialect.quote() < 0x80;
  }

  /**
   * Looks at the lines that start in a piece of a file; null where one is not tidy.
   *
   * @param bytes the piece, and what follows it as far as a line may reach
   * @param length how many of them there are
   * @param first whether a line starts at the first byte; else the byte may end one
   * @param to where the piece ends
   */
  TidyScan.@Nullable Seen look(byte[] bytes, int length, boolean first, int to) {
    Piece piece = new Piece(bytes, length);
    return piece.look(first ? 0 : piece.behindLineEnd(), to);
  }

  private static byte[] kinds(Dialect dialect) {
    byte[] kinds = new byte[256];
    for (int b = 0; b < 256; b++) {
      kinds[b] = b >= 0x80 ? HIGH : b < ' ' && b != '\t' ? UNTIDY : PLAIN;
    }
    kinds['\n'] = LINE_END;
    kinds['\r'] = LINE_END;
    if (dialect.quote() != 0) {
      kinds[dialect.quote()] = UNTIDY;
    }
    kinds[dialect.delimiter()] = DELIMITER;
    return kinds;
  }

  /** A piece of the file, and what was seen in it so far. */
  private final class Piece {
    private final byte[] bytes;
    private final int length;
    private final KeyOrder.Watch keys = new KeyOrder.Watch();
    private final ValueShape.Watch times = new ValueShape.Watch();
    private boolean missing;

    private Piece(byte[] bytes, int length) {
      this.bytes = bytes;
      this.length = length;
    }

    /** Where the line behind the next line end begins; -1 where none ends in time. */
    private int behindLineEnd() {
      int i = 0;
      while (i < length && bytes[i] != '\n') {
        i++;
      }
      return i < length ? i + 1 : length > LONGEST_LINE ? -1 : i;
    }

    /** Looks at the lines that start between two places; null where one is not tidy. */
    private TidyScan.@Nullable Seen look(int from, int to) {
      int at = from;
      long rows = 0;
      while (at >= 0 && at < to) {
        at = line(at);
        rows++;
      }
      return at < 0 ? null : new TidyScan.Seen(rows, missing, keys.order(bytes), times.shape());
    }

    /** Checks the line that starts at a place; returns where the next starts, -1 if untidy. */
    private int line(int start) {
      int at = start;
      int fields = 0;
      while (true) {
        boolean quotes = at < length && bytes[at] == quote && quote != 0;
        int end = quotes ? quoted(at + 1) : plain(at);
        if (end < 0 || fields == width) {
          return -1;
        }
        field(fields, quotes ? at + 1 : at, quotes ? end - 1 : end);
        fields++;
        if (end == length || kinds[bytes[end] & 0xff] == LINE_END) {
          return fields == width && end > start && end - start < LONGEST_LINE ? behind(end) : -1;
        }
        at = end + 1;
      }
    }

    private void field(int place, int start, int end) {
      if (place == key) {
        keys.add(bytes, start, end);
      } else if (place == time) {
        times.add(bytes, start, end);
      }
      if (end - start <= Cells.LONGEST_MISSING && end - start > 1 && mayBeMissing(bytes[start])) {
        missing |= isMissing(start, end);
      }
    }

    private static boolean mayBeMissing(byte first) {
      return first == 'N' || first == 'n' || first == '#' || first == '\\';
    }

    private boolean isMissing(int start, int end) {
      return Cells.MISSING.contains(
          new String(bytes, start, end - start, StandardCharsets.ISO_8859_1));
    }

    /** Behind the line end that starts at a place; -1 for one of the other kind. */
    private int behind(int end) {
      if (end == length) {
        return end;
      }
      if (!crlf) {
        return bytes[end] == '\n' ? end + 1 : -1;
      }
      return bytes[end] == '\r' && end + 1 < length && bytes[end + 1] == '\n' ? end + 2 : -1;
    }

    /** Where a field without quotes ends. */
    private int plain(int start) {
      int i = start;
      while (i < length) {
        byte kind = kinds[bytes[i] & 0xff];
        if (kind == PLAIN) {
          i++;
        } else if (kind == HIGH) {
          i = behindCharacter(i);
          if (i < 0) {
            return -1;
          }
        } else if (kind == UNTIDY) {
          return -1;
        } else {
          break;
        }
      }
      return hasTidyEdges(start, i) ? i : -1;
    }

    /** Where a field ends whose opening quote stands before a place. */
    private int quoted(int start) {
      int i = start;
      while (i < length) {
        byte b = bytes[i];
        if (b == quote) {
          if (i + 1 == length || bytes[i + 1] != quote) {
            break;
          }
          i += 2;
        } else if (b < 0) {
          i = behindCharacter(i);
          if (i < 0) {
            return -1;
          }
        } else if (b < ' ' && b != '\t') {
          return -1;
        } else {
          i++;
        }
      }
      if (i == length || !hasTidyEdges(start, i)) {
        return -1;
      }
      int end = i + 1;
      boolean over = end == length || kinds[bytes[end] & 0xff] == DELIMITER;
      return over || kinds[bytes[end] & 0xff] == LINE_END ? end : -1;
    }

    private boolean hasTidyEdges(int start, int end) {
      return start == end || (isInk(bytes[start]) && isInk(bytes[end - 1]));
    }

    private static boolean isInk(byte b) {
      return b != ' ' && b != '\t';
    }

    /**
     * Behind the character whose first byte is a high one; -1 where the bytes are no UTF-8, or
     * spell a space or mark that cells are cleaned of.
     */
    private int behindCharacter(int at) {
      int first = bytes[at] & 0xff;
      int more = first < 0xc2 ? -1 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : -1;
      if (more < 0 || at + more >= length) {
        return -1;
      }
      int code = first & (0x3f >> more);
      for (int i = 1; i <= more; i++) {
        if ((bytes[at + i] & 0xc0) != 0x80) {
          return -1;
        }
        code = code << 6 | (bytes[at + i] & 0x3f);
      }
      boolean tooLong = code < (more == 1 ? 0x80 : more == 2 ? 0x800 : 0x10000);
      boolean noCharacter = (code >= 0xd800 && code < 0xe000) || code > 0x10ffff;
      return tooLong || noCharacter || Cells.isMark(code) ? -1 : at + more + 1;
    }
  }
}
