package org.tiersmith.ui.kit.chart;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes opaque pictures as PNG (RFC 2083), without the desktop toolkit that the JDK has for it.
 */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte BITS = 8;
  private static final byte TRUE_COLOUR = 2;
  private static final int BYTES_PER_PIXEL = 3;

  /** Dots a metre at 72 dots an inch, the size of a logical pixel on paper. */
  private static final double DOTS_PER_METRE = 72 / 0.0254;

  private Png() {}

  /**
   * The file's bytes.
   *
   * @param pixels ARGB, row by row; transparency is left out
   * @param scale how many pixels a logical one has
   */
  static byte[] encode(int width, int height, int[] pixels, double scale) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(width * height / 8);
    out.writeBytes(SIGNATURE);
    chunk(
        out,
        "IHDR",
        ByteBuffer.allocate(13).putInt(width).putInt(height).put(BITS).put(TRUE_COLOUR).array());
    int dots = (int) Math.round(DOTS_PER_METRE * scale);
    chunk(out, "pHYs", ByteBuffer.allocate(9).putInt(dots).putInt(dots).put((byte) 1).array());
    chunk(out, "IDAT", compressed(width, height, pixels));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  /** Each row is a filter byte, 0 for none, and its pixels. */
  private static byte[] compressed(int width, int height, int[] pixels) {
    ByteBuffer raw = ByteBuffer.allocate(height * (1 + width * BYTES_PER_PIXEL));
    for (int y = 0; y < height; y++) {
      raw.put((byte) 0);
      for (int x = 0; x < width; x++) {
        int pixel = pixels[y * width + x];
        raw.put((byte) (pixel >> 16)).put((byte) (pixel >> 8)).put((byte) pixel);
      }
    }
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(raw.array());
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[1 << 16];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    }
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(name);
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
  }
}
