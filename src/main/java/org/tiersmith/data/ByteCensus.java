package org.tiersmith.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Counts what tells UTF-8, GB18030 and Windows-1252 apart, over a file's bytes. */
final class ByteCensus {
  private static final long LOOK_AT = 256L << 20;
  private static final int GOOD_FOR_ONE_BAD = 2;

  private long utf8Good;
  private long utf8Bad;
  private int utf8Due;
  private int pending = -1;
  private long hanzi;
  private long notHanzi;

  private ByteCensus() {}

  static ByteCensus of(SourceFile file) throws IOException {
    ByteCensus census = new ByteCensus();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = file.open()) {
      long seen = 0;
      for (int n = in.read(buffer); n >= 0 && seen < LOOK_AT; n = in.read(buffer)) {
        census.add(buffer, n);
        seen += n;
      }
    }
    return census;
  }

  /**
   * UTF-8 unless its rules are broken more often than kept; then GB18030 where the high bytes come
   * in pairs that are common ideographs; else Windows-1252.
   */
  Charset charset() {
    if (utf8Bad == 0 || utf8Good >= GOOD_FOR_ONE_BAD * utf8Bad) {
      return StandardCharsets.UTF_8;
    }
    boolean chinese = hanzi > 2 * notHanzi;
    return Charset.forName(chinese ? "GB18030" : "windows-1252");
  }

  private void add(byte[] bytes, int n) {
    for (int i = 0; i < n; i++) {
      int b = bytes[i] & 0xff;
      if (b >= 0x80 || utf8Due > 0 || pending >= 0) {
        utf8(b);
        gb(b);
      }
    }
  }

  private void utf8(int b) {
    if (utf8Due > 0) {
      if (b >>> 6 == 0b10) {
        utf8Due--;
        utf8Good += utf8Due == 0 ? 1 : 0;
        return;
      }
      utf8Due = 0;
      utf8Bad++;
    }
    if (b >= 0xc2 && b < 0xf5) {
      utf8Due = b < 0xe0 ? 1 : b < 0xf0 ? 2 : 3;
    } else if (b >= 0x80) {
      utf8Bad++;
    }
  }

  /** Level-1 and level-2 ideographs of GB 2312 are pairs B0..F7, A1..FE; punctuation A1..A3. */
  private void gb(int b) {
    if (pending >= 0) {
      boolean common = (pending >= 0xb0 && pending <= 0xf7) || (pending >= 0xa1 && pending <= 0xa3);
      if (common && b >= 0xa1) {
        hanzi++;
      } else {
        notHanzi++;
      }
      pending = -1;
    } else if (b >= 0x80) {
      pending = b;
    }
  }
}
