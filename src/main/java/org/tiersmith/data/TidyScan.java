package org.tiersmith.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.tiersmith.task.JobContext;

/**
 * Looks at every byte of a delimited file for anything that readers could take in more than one
 * way. What passes may be read by any of them, in parallel, and each row stands on a line of its
 * own: UTF-8 throughout, one kind of line end, as many fields in each line as in the header, quotes
 * only around whole fields, no spaces or marks around a cell, no control characters.
 */
final class TidyScan {
  private static final int CHUNK = 8 << 20;
  private static final int LONGEST_LINE = RecordReader.MOST_CHARS;

  private static final byte PLAIN = 0;
  private static final byte DELIMITER = 1;
  private static final byte LINE_END = 2;
  private static final byte HIGH = 3;
  private static final byte UNTIDY = 4;

  private final FileChannel file;
  private final long size;
  private final long from;
  private final int width;
  private final byte quote;
  private final boolean crlf;
  private final byte[] kinds;
  private final JobContext context;
  private final AtomicBoolean tidy = new AtomicBoolean(true);

  private TidyScan(
      FileChannel file, long from, int width, Dialect dialect, boolean crlf, JobContext context)
      throws IOException {
    this.file = file;
    this.size = file.size();
    this.from = from;
    this.width = width;
    this.quote = (byte) dialect.quote();
    this.crlf = crlf;
    this.kinds = kinds(dialect);
    this.context = context;
  }

  /**
   * Counts the rows of a tidy file, or returns -1 for one that is not.
   *
   * @param from the byte at which the first row starts
   * @param width fields in each row
   * @param crlf whether lines end in CR LF rather than in LF
   */
  static long rows(
      Path file, long from, int width, Dialect dialect, boolean crlf, JobContext context)
      throws IOException {
    if (dialect.delimiter() >= 0x80 || dialect.quote() >= 0x80) {
      return -1;
    }
    try (FileChannel channel = FileChannel.open(file)) {
      return new TidyScan(channel, from, width, dialect, crlf, context).rows();
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
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

  private long rows() {
    long chunks = (size - from + CHUNK - 1) / CHUNK;
    long rows = LongStream.range(0, chunks).parallel().map(this::rowsStartingIn).sum();
    return tidy.get() ? rows : -1;
  }

  private long rowsStartingIn(long chunk) {
    if (!tidy.get() || context.isCancelled()) {
      return 0;
    }
    long begin = from + chunk * CHUNK;
    long end = Math.min(begin + CHUNK, size);
    try {
      long look = chunk == 0 ? begin : begin - 1;
      byte[] bytes = read(look, (int) (Math.min(end + LONGEST_LINE, size) - look));
      int at = chunk == 0 ? 0 : behindLineEnd(bytes, 0);
      int stop = (int) (end - look);
      long rows = 0;
      while (at >= 0 && at < stop) {
        at = line(bytes, at);
        rows++;
      }
      if (at < 0) {
        tidy.set(false);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] read(long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, position + buffer.position()) < 0) {
        throw new EOFException("the file became shorter while it was read");
      }
    }
    return buffer.array();
  }

  /** Where the line behind the next line end begins; -1 where none ends in time. */
  private static int behindLineEnd(byte[] bytes, int at) {
    int i = at;
    while (i < bytes.length && bytes[i] != '\n') {
      i++;
    }
    return i < bytes.length ? i + 1 : bytes.length > LONGEST_LINE ? -1 : i;
  }

  /** Checks the line that starts at a place; returns where the next starts, -1 if untidy. */
  private int line(byte[] bytes, int start) {
    int at = start;
    int fields = 0;
    while (true) {
      fields++;
      int end =
          at < bytes.length && bytes[at] == quote && quote != 0
              ? quoted(bytes, at + 1)
              : plain(bytes, at);
      if (end < 0 || fields > width) {
        return -1;
      }
      if (end == bytes.length || kinds[bytes[end] & 0xff] == LINE_END) {
        return fields == width && end > start && end - start < LONGEST_LINE
            ? behind(bytes, end)
            : -1;
      }
      at = end + 1;
    }
  }

  /** Behind the line end that starts at a place; -1 for one of the other kind. */
  private int behind(byte[] bytes, int end) {
    if (end == bytes.length) {
      return end;
    }
    if (!crlf) {
      return bytes[end] == '\n' ? end + 1 : -1;
    }
    return bytes[end] == '\r' && end + 1 < bytes.length && bytes[end + 1] == '\n' ? end + 2 : -1;
  }

  /** Where a field without quotes ends. */
  private int plain(byte[] bytes, int start) {
    int i = start;
    while (i < bytes.length) {
      byte kind = kinds[bytes[i] & 0xff];
      if (kind == PLAIN) {
        i++;
      } else if (kind == HIGH) {
        i = behindCharacter(bytes, i);
        if (i < 0) {
          return -1;
        }
      } else if (kind == UNTIDY) {
        return -1;
      } else {
        break;
      }
    }
    return hasTidyEdges(bytes, start, i) ? i : -1;
  }

  /** Where a field ends whose opening quote stands before a place. */
  private int quoted(byte[] bytes, int start) {
    int i = start;
    while (i < bytes.length) {
      byte b = bytes[i];
      if (b == quote) {
        if (i + 1 == bytes.length || bytes[i + 1] != quote) {
          break;
        }
        i += 2;
      } else if (b < 0) {
        i = behindCharacter(bytes, i);
        if (i < 0) {
          return -1;
        }
      } else if (b < ' ' && b != '\t') {
        return -1;
      } else {
        i++;
      }
    }
    if (i == bytes.length || !hasTidyEdges(bytes, start, i)) {
      return -1;
    }
    int end = i + 1;
    boolean over = end == bytes.length || kinds[bytes[end] & 0xff] == DELIMITER;
    return over || kinds[bytes[end] & 0xff] == LINE_END ? end : -1;
  }

  private static boolean hasTidyEdges(byte[] bytes, int start, int end) {
    return start == end || (isInk(bytes[start]) && isInk(bytes[end - 1]));
  }

  private static boolean isInk(byte b) {
    return b != ' ' && b != '\t';
  }

  /**
   * Behind the character whose first byte is a high one; -1 where the bytes are no UTF-8, or spell
   * a space or mark that cells are cleaned of.
   */
  private static int behindCharacter(byte[] bytes, int at) {
    int first = bytes[at] & 0xff;
    int more = first < 0xc2 ? -1 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : -1;
    if (more < 0 || at + more >= bytes.length) {
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
