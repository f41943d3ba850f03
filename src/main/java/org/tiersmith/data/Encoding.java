package org.tiersmith.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How a file's bytes spell characters.
 *
 * @param charset the character set
 * @param markBytes length of the byte-order mark at the file's start
 */
record Encoding(Charset charset, int markBytes) {
  /** What stands where bytes could not be decoded: a code point that is no character. */
  static final char UNDECODED = '\ufdd0';

  private static final int LOOK_AT = 1 << 16;

  /** Finds a file's encoding: by its mark, else by looking at all its bytes. */
  static Encoding of(SourceFile file) throws IOException {
    byte[] head;
    try (InputStream in = file.open()) {
      head = in.readNBytes(LOOK_AT);
    }
    if (starts(head, 0xef, 0xbb, 0xbf)) {
      return new Encoding(StandardCharsets.UTF_8, 3);
    }
    if (starts(head, 0xff, 0xfe)) {
      return new Encoding(StandardCharsets.UTF_16LE, 2);
    }
    if (starts(head, 0xfe, 0xff)) {
      return new Encoding(StandardCharsets.UTF_16BE, 2);
    }
    if (isUtf16(head)) {
      boolean little = zeros(head, 1) > zeros(head, 0);
      return new Encoding(little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE, 0);
    }
    return new Encoding(ByteCensus.of(file).charset(), 0);
  }

  /** UTF-8 where the file's mark does not say otherwise; else null. */
  static @Nullable Encoding utf8(SourceFile file) throws IOException {
    byte[] head;
    try (InputStream in = file.open()) {
      head = in.readNBytes(LOOK_AT);
    }
    if (isUtf16(head)) {
      return null;
    }
    return new Encoding(StandardCharsets.UTF_8, starts(head, 0xef, 0xbb, 0xbf) ? 3 : 0);
  }

  /** A reader of the file behind the mark; {@link #UNDECODED} stands for bytes that are none. */
  Reader read(SourceFile file) throws IOException {
    InputStream in = file.open();
    in.skipNBytes(markBytes);
    return new InputStreamReader(
        in,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .replaceWith(String.valueOf(UNDECODED)));
  }

  String name() {
    return charset.name();
  }

  /** Whether bytes look like UTF-16: a mark, or zeros on one side of the pairs only. */
  static boolean isUtf16(byte[] head) {
    if (starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff)) {
      return true;
    }
    int even = zeros(head, 0);
    int odd = zeros(head, 1);
    return Math.max(even, odd) > head.length / 40 && Math.min(even, odd) * 50 < Math.max(even, odd);
  }

  private static int zeros(byte[] head, int from) {
    int zeros = 0;
    for (int i = from; i < head.length; i += 2) {
      zeros += head[i] == 0 ? 1 : 0;
    }
    return zeros;
  }

  private static boolean starts(byte[] head, int... mark) {
    if (head.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((head[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
