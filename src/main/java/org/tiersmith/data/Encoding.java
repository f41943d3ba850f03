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

  /** A file's encoding: as chosen, else by its mark, else by looking at all its bytes. */
  static Encoding of(SourceFile file) throws IOException {
    byte[] head;
    try (InputStream in = file.open()) {
      head = in.readNBytes(LOOK_AT);
    }
    Encoding marked = marked(head);
    Charset chosen = file.chosen().charset();
    if (chosen != null) {
      return chosen(chosen, marked);
    }
    return marked != null ? marked : new Encoding(ByteCensus.of(file).charset(), 0);
  }

  /** The first characters of a file for a rough look, behind its mark and its spaces. */
  static String firstLook(byte[] head) {
    Encoding marked = marked(head);
    Charset charset = marked == null ? StandardCharsets.UTF_8 : marked.charset;
    int mark = marked == null ? 0 : marked.markBytes;
    return new String(head, mark, head.length - mark, charset).stripLeading();
  }

  /** A chosen encoding; UTF-16 without a side takes the one that the file shows. */
  private static Encoding chosen(Charset chosen, @Nullable Encoding marked) {
    boolean utf16 = chosen.equals(StandardCharsets.UTF_16);
    if (marked != null && (utf16 || marked.charset.equals(chosen))) {
      return marked;
    }
    return new Encoding(utf16 ? StandardCharsets.UTF_16LE : chosen, 0);
  }

  private static @Nullable Encoding marked(byte[] head) {
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
    return null;
  }

  /** UTF-8 where neither the file's mark nor a person says otherwise; else null. */
  static @Nullable Encoding utf8(SourceFile file) throws IOException {
    Charset chosen = file.chosen().charset();
    if (chosen != null && !chosen.equals(StandardCharsets.UTF_8)) {
      return null;
    }
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

  /** The name that people know the encoding by. */
  String name() {
    return charset.equals(ByteCensus.SHIFT_JIS) ? "Shift_JIS" : charset.name();
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
