package org.tiersmith.plan;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Lines of RFC 4180 in UTF-8, put together in one growing array. */
final class CsvBytes {
  private byte[] bytes;
  private int length;

  CsvBytes(int capacity) {
    bytes = new byte[capacity];
  }

  /** Puts bytes that are encoded and quoted already. */
  void raw(byte[] encoded) {
    room(encoded.length);
    System.arraycopy(encoded, 0, bytes, length, encoded.length);
    length += encoded.length;
  }

  /** Puts one character of ASCII. */
  void raw(char ascii) {
    room(1);
    bytes[length++] = (byte) ascii;
  }

  /** Puts a cell of text, as {@link CsvText} makes it. */
  void text(String value) {
    if (!plain(value)) {
      raw(CsvText.bytes(value));
    }
  }

  /** Puts what needs neither quotes nor an apostrophe; otherwise puts nothing and answers false. */
  private boolean plain(String value) {
    int n = value.length();
    if (n > 0 && "=+-@ ".indexOf(value.charAt(0)) >= 0) {
      return false;
    }
    room(n);
    for (int i = 0; i < n; i++) {
      char c = value.charAt(i);
      if (c < ' ' || c > '~' || c == ',' || c == '"') {
        return false;
      }
      bytes[length + i] = (byte) c;
    }
    length += n;
    return true;
  }

  /** Puts a decimal number, rounded as {@link Decimals} rounds; nothing for NaN. */
  void number(double value, int digits) {
    if (Double.isNaN(value)) {
      return;
    }
    long units = Decimals.units(value, digits);
    if (units == Decimals.BEYOND) {
      raw(Decimals.exact(value, digits).toPlainString().getBytes(StandardCharsets.US_ASCII));
    } else {
      fixed(units, digits);
    }
  }

  /** Puts {@code units / 10^digits} with that many digits after the point. */
  void fixed(long units, int digits) {
    room(Decimals.MOST_CHARACTERS);
    length = Decimals.put(units, digits, bytes, length);
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
    }
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
  }

  void clear() {
    length = 0;
  }
}
