package org.tiersmith.data;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Counts what tells encodings apart, over a file's bytes: how often they keep and break the rules
 * of UTF-8, and how many pairs of bytes are common characters of East Asian encodings. Only bytes
 * above 0x7f count, and each that follows one.
 */
final class ByteCensus {
  /** Shift_JIS with the characters that Windows added. */
  static final Charset SHIFT_JIS = Charset.forName("windows-31j");

  private static final long LOOK_AT = 256L << 20;
  private static final int GOOD_FOR_ONE_BAD = 2;

  /** So many high bytes say which East Asian encoding it is, if one. */
  private static final long PAIRS_AT = 4L << 20;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;

  private final PairCensus gb = PairCensus.ofGb();
  private final PairCensus japanese = PairCensus.ofShiftJis();
  private final PairCensus big5 = PairCensus.ofBig5();
  private long utf8Good;
  private long utf8Bad;
  private int utf8Due;
  private boolean afterHigh;
  private long high;
  private long neighbours;
  private long lateLetters;
  private long windowsOnly;
  private long latinOnly;

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
   * UTF-8 unless its rules are broken more often than kept; then the East Asian encoding of which
   * most pairs are common characters; then Cyrillic where high bytes come in words; else
   * Windows-1252, or Latin-1 where there are bytes that Windows-1252 has not.
   */
  Charset charset() {
    if (utf8Bad == 0 || utf8Good >= GOOD_FOR_ONE_BAD * utf8Bad) {
      return StandardCharsets.UTF_8;
    }
    if (lateLetters * 10 > high * 8 && neighbours * 10 > high * 6) {
      return Charset.forName("windows-1251");
    }
    if (japanese.fits() && japanese.surplus() > gb.surplus()) {
      return SHIFT_JIS;
    }
    if (big5.fits() && big5.surplus() > gb.surplus()) {
      return Charset.forName("Big5-HKSCS");
    }
    if (gb.fits()) {
      return Charset.forName("GB18030");
    }
    return latinOnly > windowsOnly ? StandardCharsets.ISO_8859_1 : Charset.forName("windows-1252");
  }

  private void add(byte[] bytes, int n) {
    int i = 0;
    while (i < n) {
      if (!afterHigh && i + Long.BYTES <= n && ((long) LONGS.get(bytes, i) & HIGH_BITS) == 0) {
        i += Long.BYTES;
        continue;
      }
      int b = bytes[i++] & 0xff;
      if (b >= 0x80 || afterHigh) {
        add(b);
      }
    }
  }

  private void add(int b) {
    utf8(b);
    if (high < PAIRS_AT) {
      gb.add(b);
      japanese.add(b);
      big5.add(b);
    }
    if (b >= 0x80) {
      high++;
      neighbours += afterHigh ? 1 : 0;
      lateLetters += b >= 0xe0 ? 1 : 0;
      singles(b);
    }
    afterHigh = b >= 0x80;
  }

  /** Windows-1252 has letters and signs where Latin-1 has control characters, but for five. */
  private void singles(int b) {
    if (b < 0xa0) {
      boolean unknown = b == 0x81 || b == 0x8d || b == 0x8f || b == 0x90 || b == 0x9d;
      latinOnly += unknown ? 1 : 0;
      windowsOnly += unknown ? 0 : 1;
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
}
