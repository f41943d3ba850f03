package org.tiersmith.plan;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * {@link FrozenRows} as a file: a mark, then deflated, all numbers big-endian: the segments' names,
 * the customers' segments, the verdicts, the pairs' verdicts. Texts are their length in bytes and
 * UTF-8. A column of indices is its length and one plane of bytes after another, the lowest bytes
 * first, as many as the highest index needs: nearly always one.
 */
final class FrozenRowsFile {
  private static final byte[] MARK = "Tiersmith plan 1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int BUFFER = 1 << 16;

  private FrozenRowsFile() {}

  static void write(FrozenRows rows, Path file) throws IOException {
    Deflater fast = new Deflater(Deflater.BEST_SPEED);
    try (OutputStream bytes = Files.newOutputStream(file)) {
      bytes.write(MARK);
      try (DataOutputStream out =
          new DataOutputStream(
              new BufferedOutputStream(new DeflaterOutputStream(bytes, fast, BUFFER), BUFFER))) {
        write(rows, out);
      }
    } finally {
      fast.end();
    }
  }

  private static void write(FrozenRows rows, DataOutputStream out) throws IOException {
    int segments = rows.segmentNames().size();
    out.writeInt(segments);
    for (String name : rows.segmentNames()) {
      writeText(name, out);
    }
    int[] segmentOf = rows.segmentOfCustomer();
    writeIndices(segmentOf.length, segments, customer -> segmentOf[customer], out);
    out.writeInt(rows.verdicts().size());
    for (Verdict verdict : rows.verdicts()) {
      out.writeByte(verdict.tier());
      writeText(verdict.boundBy(), out);
      writeText(verdict.reason(), out);
    }
    writeIndices(rows.size(), rows.verdicts().size(), rows::verdict, out);
  }

  static FrozenRows read(Path file) throws IOException {
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      if (!Arrays.equals(bytes.readNBytes(MARK.length), MARK)) {
        throw new IOException("not the rows of a plan: " + file);
      }
      return read(
          new DataInputStream(new BufferedInputStream(new InflaterInputStream(bytes), BUFFER)));
    }
  }

  private static FrozenRows read(DataInputStream in) throws IOException {
    List<String> segments = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      segments.add(readText(in));
    }
    int[] segmentOf = new int[in.readInt()];
    readIndices(segmentOf.length, segments.size(), (i, part) -> segmentOf[i] |= part, in);
    List<Verdict> verdicts = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      verdicts.add(new Verdict(in.readUnsignedByte(), readText(in), readText(in)));
    }
    char[] verdict = new char[in.readInt()];
    readIndices(verdict.length, verdicts.size(), (i, part) -> verdict[i] |= (char) part, in);
    return new FrozenRows(segments, segmentOf, verdicts, verdict);
  }

  private static void writeText(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void writeIndices(
      int length, int distinct, IntUnaryOperator index, DataOutputStream out) throws IOException {
    out.writeInt(length);
    byte[] plane = new byte[BUFFER];
    for (int shift = 0; shift == 0 || (distinct - 1) >> shift > 0; shift += Byte.SIZE) {
      for (int from = 0; from < length; from += BUFFER) {
        int n = Math.min(BUFFER, length - from);
        for (int j = 0; j < n; j++) {
          plane[j] = (byte) (index.applyAsInt(from + j) >> shift);
        }
        out.write(plane, 0, n);
      }
    }
  }

  /** Takes one byte of an index, in its place. */
  private interface Part {
    void add(int i, int part);
  }

  private static void readIndices(int length, int distinct, Part to, DataInputStream in)
      throws IOException {
    byte[] plane = new byte[BUFFER];
    for (int shift = 0; shift == 0 || (distinct - 1) >> shift > 0; shift += Byte.SIZE) {
      for (int from = 0; from < length; from += BUFFER) {
        int n = Math.min(BUFFER, length - from);
        in.readFully(plane, 0, n);
        for (int j = 0; j < n; j++) {
          to.add(from + j, Byte.toUnsignedInt(plane[j]) << shift);
        }
      }
    }
  }
}
