package org.tiersmith.data;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;

/**
 * Finds the outermost objects of a JSON text, whether they stand in an array or one behind the
 * other. What is none, or never ends, is reported line by line, and reading goes on; memory stays
 * bounded whatever the file holds.
 */
final class JsonObjectReader implements Closeable {
  private static final int FIRST_BUFFER = 1 << 16;

  /** How far an object may reach where those before it did not end. */
  private static final int LEAST_REACH = 4096;

  private final Reader in;
  private char[] buffer = new char[FIRST_BUFFER];
  private int start;
  private int end;
  private boolean atEnd;
  private int length;
  private int reach = RecordReader.MOST_CHARS;
  private long number;
  private @Nullable Text fault;

  JsonObjectReader(Reader in) {
    this.in = in;
  }

  /** Goes to the next object, or to a line that holds none; false at the end of the file. */
  boolean next() throws IOException {
    start += length;
    length = 0;
    fault = null;
    while (has(0) && isBetween(buffer[start])) {
      start++;
    }
    if (!has(0)) {
      return false;
    }
    number++;
    length = buffer[start] == '{' ? object() : 0;
    if (length == 0) {
      fault =
          buffer[start] == '{'
              ? Text.of("import.open-object", "An object begins here and does not end.")
              : Text.of("import.not-object", "The line is no JSON object.");
      length = restOfLine();
    }
    return true;
  }

  /** The number of the object, from 1: all of them may stand on one line. */
  long number() {
    return number;
  }

  @Nullable Text fault() {
    return fault;
  }

  /** The object's text. */
  String text() {
    return new String(buffer, start, length);
  }

  /** The object, or the line that holds none, as it stands in the file. */
  String raw() {
    return text().stripTrailing();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Length of the object that starts here; 0 where it does not end within reach. */
  private int object() throws IOException {
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < reach && has(i); i++) {
      char c = buffer[start + i];
      if (quoted) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          quoted = false;
        } else if (isLineEnd(c)) {
          break;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if ((c == '}' || c == ']') && --depth == 0) {
        reach = RecordReader.MOST_CHARS;
        return i + 1;
      }
    }
    reach = Math.max(LEAST_REACH, reach / 2);
    return 0;
  }

  private int restOfLine() throws IOException {
    int i = 0;
    while (i < RecordReader.MOST_CHARS && has(i) && !isLineEnd(buffer[start + i])) {
      i++;
    }
    return Math.max(i, 1);
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private static boolean isBetween(char c) {
    return c <= ' ' || c == ',' || c == '[' || c == ']' || c == '\ufeff';
  }

  private boolean has(int at) throws IOException {
    while (start + at >= end) {
      if (atEnd) {
        return false;
      }
      makeRoom();
      int n = in.read(buffer, end, buffer.length - end);
      atEnd = n < 0;
      end += Math.max(0, n);
    }
    return true;
  }

  private void makeRoom() {
    if (end < buffer.length) {
      return;
    }
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    } else {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
  }
}
