package org.tiersmith.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.tiersmith.model.Problem;

/** Tells what a file holds by its first bytes, whatever its name. */
final class FileKind {
  private static final int PEEKED_ENTRIES = 100;

  private FileKind() {}

  /** What a file holds that is no archive; throws a Problem where it is no table. */
  static SourceFile.Format of(Path path, byte[] head, FileFormat chosen) {
    if (isArchive(head)) {
      return SourceFile.Format.XLSX;
    }
    if (startsWith(head, "PAR1")) {
      return SourceFile.Format.PARQUET;
    }
    refuseWhatIsNoTable(path, head);
    if (chosen.encoding() == null && isBinary(head)) {
      throw Problem.of(
          "import.binary",
          "{0} is not a text file. Export the table as CSV, JSON lines, XLSX or Parquet.",
          SourceFile.name(path));
    }
    return text(head);
  }

  /** Whether bytes begin as those of a ZIP archive, which a workbook is too. */
  static boolean isArchive(byte[] head) {
    return startsWith(head, "PK\u0003\u0004") || startsWith(head, "PK\u0005\u0006");
  }

  /** Whether an archive is a workbook of this kind; refuses those of other kinds. */
  static boolean isWorkbook(Path path, Packing packing) {
    try {
      List<String> names = packing.isPacked() ? firstNames(packing) : ZipArchive.names(path);
      if (names.contains("xl/workbook.xml")) {
        return true;
      }
      if (names.stream().anyMatch(FileKind::isOfOtherWorkbook)) {
        throw otherWorkbook(path);
      }
      return false;
    } catch (IOException | IllegalArgumentException e) {
      throw ZipArchive.broken(
          path, e instanceof IOException io ? io : new IOException(e.getMessage()));
    }
  }

  private static boolean isOfOtherWorkbook(String entry) {
    return entry.equals("xl/workbook.bin")
        || entry.startsWith("word/")
        || entry.startsWith("ppt/")
        || entry.equals("mimetype");
  }

  private static List<String> firstNames(Packing packing) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(packing.open())) {
      ZipEntry entry = zip.getNextEntry();
      while (entry != null && names.size() < PEEKED_ENTRIES) {
        names.add(entry.getName());
        entry = zip.getNextEntry();
      }
    }
    return names;
  }

  private static void refuseWhatIsNoTable(Path path, byte[] head) {
    if (startsWith(head, "\u00d0\u00cf\u0011\u00e0")) {
      throw otherWorkbook(path);
    }
    String start =
        new String(head, 0, Math.min(head.length, 400), StandardCharsets.ISO_8859_1)
            .replaceFirst("^\u00ef\u00bb\u00bf", "")
            .stripLeading()
            .toLowerCase(Locale.ROOT);
    if (start.startsWith("<?xml") || start.startsWith("<!doctype") || start.startsWith("<html")) {
      throw Problem.of(
          "import.markup",
          "{0} is a web page or an XML file, whatever its name says. Open it in a spreadsheet"
              + " program and save it as XLSX or CSV (UTF-8).",
          SourceFile.name(path));
    }
  }

  private static Problem otherWorkbook(Path path) {
    return Problem.of(
        "import.workbook",
        "{0} is a workbook of another kind than XLSX (an old .xls, .xlsb or .ods), a document, or"
            + " locked with a password. Open it in a spreadsheet program and save it as XLSX or CSV"
            + " (UTF-8).",
        SourceFile.name(path));
  }

  private static SourceFile.Format text(byte[] head) {
    String start = Encoding.firstLook(head);
    if (start.startsWith("{")) {
      return JsonText.hasObjectLines(start) ? SourceFile.Format.JSON_LINES : SourceFile.Format.JSON;
    }
    return start.startsWith("[") && start.substring(1).stripLeading().startsWith("{")
        ? SourceFile.Format.JSON
        : SourceFile.Format.DELIMITED;
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
