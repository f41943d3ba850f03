package org.tiersmith.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;

/** A file that somebody handed in: what kind of file it is, and its bytes without gzip. */
record SourceFile(Path path, Format format) {
  private static final int BUFFER = 1 << 16;

  /** What a file holds, by its first bytes. */
  enum Format {
    DELIMITED,
    JSON_LINES,
    PARQUET
  }

  /** Looks at a file; throws a Problem where it can't hold a table that this program reads. */
  static SourceFile of(Path path) {
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw Problem.of("import.not-found", "There is no readable file {0}.", path.toString());
    }
    byte[] head = head(path);
    if (new String(head, StandardCharsets.ISO_8859_1).isBlank()) {
      throw Problem.of(
          "import.empty", "{0} is empty. Choose a file with a header line and rows.", name(path));
    }
    return new SourceFile(path, format(path, head));
  }

  String name() {
    return name(path);
  }

  /** Whether its bytes are gzipped. */
  boolean isPacked() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.read() == 0x1f && in.read() == 0x8b;
    }
  }

  /** The file's bytes, unpacked where it is gzipped. */
  InputStream open() throws IOException {
    return unpacked(path);
  }

  /** The problem that reading failed midway. */
  Problem broken(IOException e) {
    return new Problem(
        Text.of(
            "import.unreadable",
            "{0} can''t be read to its end ({1}). Copy or download it again.",
            name(),
            String.valueOf(e.getMessage())),
        e);
  }

  static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static InputStream unpacked(Path path) throws IOException {
    BufferedInputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER);
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip ? new GZIPInputStream(in, BUFFER) : in;
  }

  private static byte[] head(Path path) {
    try (InputStream in = unpacked(path)) {
      return in.readNBytes(BUFFER);
    } catch (IOException e) {
      throw new SourceFile(path, Format.DELIMITED).broken(e);
    }
  }

  private static Format format(Path path, byte[] head) {
    if (startsWith(head, "PAR1")) {
      return Format.PARQUET;
    }
    if (startsWith(head, "PK\u0003\u0004") || startsWith(head, "\u00d0\u00cf\u0011\u00e0")) {
      throw Problem.of(
          "import.workbook",
          "{0} is a spreadsheet or an archive. Save the sheet as CSV (UTF-8), or unpack the"
              + " archive, and choose that file.",
          name(path));
    }
    if (isBinary(head)) {
      throw Problem.of(
          "import.binary",
          "{0} is not a text file. Export the table as CSV, JSON lines or Parquet.",
          name(path));
    }
    int first = 0;
    while (first < head.length && head[first] <= ' ') {
      first++;
    }
    return first < head.length && head[first] == '{' ? Format.JSON_LINES : Format.DELIMITED;
  }

  private static boolean startsWith(byte[] head, String magic) {
    byte[] bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
    return head.length >= bytes.length
        && Arrays.equals(head, 0, bytes.length, bytes, 0, bytes.length);
  }

  private static boolean isBinary(byte[] head) {
    if (Encoding.isUtf16(head)) {
      return false;
    }
    int control = 0;
    for (byte b : head) {
      if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 1) {
        control++;
      }
    }
    return control > head.length / 100;
  }
}
