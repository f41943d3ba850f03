package org.tiersmith.data;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;

/**
 * Reads delimited records (RFC 4180, leniently: any line end, spaces around quoted fields, quotes
 * inside unquoted ones) and knows the line on which each starts. A record that can't be read is
 * reported, and reading goes on with the next line; memory stays bounded whatever the file holds.
 */
final class RecordReader implements Closeable {
  /** Longest record, in characters. */
  static final int MOST_CHARS = 1 << 20;

  private static final int FIRST_BUFFER = 1 << 16;

  private final Reader in;
  private final char delimiter;
  private final char quote;
  private char[] buffer = new char[FIRST_BUFFER];
  private int start;
  private int end;
  private boolean atEnd;
  private boolean tooLong;

  private long line;
  private long nextLine = 1;
  private int length;
  private int firstBreak;
  private int breaks;
  private int count;
  private int[] from = new int[32];
  private int[] to = new int[32];
  private boolean[] doubled = new boolean[32];
  private @Nullable Text fault;
  private String prefix = "";

  RecordReader(Reader in, Dialect dialect) {
    this.in = in;
    this.delimiter = dialect.delimiter();
    this.quote = dialect.quote();
  }

  /** Goes to the next record, good or faulty; false at the end of the file. */
  boolean next() throws IOException {
    start += length;
    length = 0;
    line = nextLine;
    tooLong = false;
    fault = null;
    prefix = "";
    firstBreak = -1;
    breaks = 0;
    count = 0;
    if (!has(0)) {
      return false;
    }
    read();
    return true;
  }

  /** The line on which the record starts, from 1. */
  long line() {
    return line;
  }

  /** The line behind the record. */
  long nextLine() {
    return nextLine;
  }

  /** Why the record can't be read, or null when it can. */
  @Nullable Text fault() {
    return fault;
  }

  int fields() {
    return count;
  }

  /** Whether the record is a line without any character but spaces. */
  boolean isBlank() {
    return count == 1 && field(0).isBlank();
  }

  /** A field as written, without its quotes. */
  String field(int i) {
    String raw = new String(buffer, start + from[i], to[i] - from[i]);
    return doubled[i] ? raw.replace("" + quote + quote, "" + quote) : raw;
  }

  /** The record as it stands in the file; of one that is too long, its beginning. */
  String raw() {
    return prefix.isEmpty()
        ? new String(buffer, start, Math.min(length, end - start)).stripTrailing()
        : prefix;
  }

  /**
   * Calls the record, if it spans lines, a fault of its first line: reading goes on with the second
   * line. For a stray quote swallows lines that are good.
   */
  void giveUpAfterFirstLine(Text reason) {
    fault = reason;
    if (firstBreak > 0) {
      length = firstBreak;
      nextLine = line + 1;
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void read() throws IOException {
    int at = 0;
    while (true) {
      int open = quoteAt(at);
      int after = open >= 0 ? quoted(open + 1) : plain(at);
      if (after < 0) {
        return;
      }
      if (!has(after)) {
        if (tooLong) {
          skipLine();
          return;
        }
        finish(after, 0);
        return;
      }
      char c = buffer[start + after];
      if (c != delimiter) {
        finish(after, c == '\r' && has(after + 1) && buffer[start + after + 1] == '\n' ? 2 : 1);
        return;
      }
      at = after + 1;
    }
  }

  private void finish(int after, int lineEnd) {
    length = after + lineEnd;
    nextLine = line + breaks + (lineEnd > 0 ? 1 : 0);
  }

  private int quoteAt(int at) throws IOException {
    int i = at;
    while (has(i) && buffer[start + i] == ' ' && delimiter != ' ') {
      i++;
    }
    return quote != 0 && has(i) && buffer[start + i] == quote ? i : -1;
  }

  private int plain(int at) throws IOException {
    int i = at;
    while (has(i)) {
      char c = buffer[start + i];
      if (c == delimiter || c == '\n' || c == '\r') {
        break;
      }
      i++;
    }
    add(at, i, false);
    return i;
  }

  /** Reads a quoted field from behind its opening quote; -1 after a fault. */
  private int quoted(int at) throws IOException {
    int i = at;
    boolean twice = false;
    while (has(i)) {
      char c = buffer[start + i];
      if (c == quote) {
        if (!has(i + 1) || buffer[start + i + 1] != quote) {
          add(at, i, twice);
          return behind(i + 1);
        }
        twice = true;
        i++;
      } else if (c == '\n' || (c == '\r' && (!has(i + 1) || buffer[start + i + 1] != '\n'))) {
        breaks++;
        firstBreak = firstBreak < 0 ? i + 1 : firstBreak;
      }
      i++;
    }
    if (tooLong && firstBreak < 0) {
      skipLine();
    } else {
      length = end - start;
      nextLine = line + breaks + 1;
      giveUpAfterFirstLine(
          Text.of("import.open-quote", "A quote is opened and not closed; close or double it."));
    }
    return -1;
  }

  private int behind(int at) throws IOException {
    int i = at;
    while (has(i) && buffer[start + i] == ' ' && delimiter != ' ') {
      i++;
    }
    if (!has(i)) {
      return i;
    }
    char c = buffer[start + i];
    if (c == delimiter || c == '\n' || c == '\r') {
      return i;
    }
    int lineEnd = plain(i);
    while (has(lineEnd) && buffer[start + lineEnd] == delimiter) {
      lineEnd = plain(lineEnd + 1);
    }
    if (tooLong) {
      skipLine();
    } else {
      finish(lineEnd, has(lineEnd) ? 1 : 0);
      giveUpAfterFirstLine(
          Text.of(
              "import.stray-quote",
              "A quoted field goes on after its closing quote; double the quotes inside a field."));
    }
    return -1;
  }

  private void skipLine() throws IOException {
    long skipped = (long) end - start;
    prefix = new String(buffer, start, end - start);
    boolean found = false;
    while (!found) {
      start = 0;
      end = Math.max(0, in.read(buffer, 0, buffer.length));
      atEnd = end == 0;
      if (atEnd) {
        break;
      }
      int i = 0;
      while (i < end && buffer[i] != '\n') {
        i++;
      }
      skipped += i;
      found = i < end;
      start = found ? i + 1 : end;
    }
    length = 0;
    nextLine = line + breaks + 1;
    fault =
        Text.of(
            "import.long-line",
            "The line has {0} characters, more than the {1} that a row may have; its first {1} are"
                + " kept.",
            skipped,
            MOST_CHARS);
  }

  private void add(int fieldFrom, int fieldTo, boolean twice) {
    if (count == from.length) {
      from = Arrays.copyOf(from, 2 * count);
      to = Arrays.copyOf(to, 2 * count);
      doubled = Arrays.copyOf(doubled, 2 * count);
    }
    from[count] = fieldFrom;
    to[count] = fieldTo;
    doubled[count++] = twice;
  }

  private boolean has(int at) throws IOException {
    while (start + at >= end) {
      if (!fill()) {
        return false;
      }
    }
    return true;
  }

  private boolean fill() throws IOException {
    if (atEnd || tooLong) {
      return false;
    }
    if (end - start >= MOST_CHARS) {
      tooLong = true;
      return false;
    }
    if (end == buffer.length) {
      if (start > 0) {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
      } else {
        buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, MOST_CHARS));
      }
    }
    int n = in.read(buffer, end, buffer.length - end);
    atEnd = n < 0;
    end += Math.max(0, n);
    return n >= 0;
  }
}
