package org.tiersmith.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;

/**
 * A file that somebody handed in: what kind of table it holds, and its bytes unpacked.
 *
 * @param path how it is named: a file, or an archive's path with the name of an entry behind it
 * @param format what it holds
 * @param chosen how it is written, as far as a person said so
 * @param packing where its bytes lie
 * @param context of the job that reads it, which may be cancelled meanwhile
 */
record SourceFile(
    Path path, Format format, FileFormat chosen, Packing packing, JobContext context) {
  private static final int HEAD = 1 << 16;
  private static final int MOST_COLUMNS = 500;

  /** What a file holds, by its first bytes. */
  enum Format {
    DELIMITED,
    JSON_LINES,
    /** An array of objects, or objects over several lines. */
    JSON,
    PARQUET,
    XLSX
  }

  /** Looks at a file; throws a Problem where it can't hold a table that this program reads. */
  static SourceFile of(Path path) {
    return of(path, FileFormat.GUESSED);
  }

  /** Looks at a file of which a person said how it is written. */
  static SourceFile of(Path path, FileFormat chosen) {
    return of(path, chosen, JobContext.detached());
  }

  /** The same for a job: a cancel of it stops the reading of the file's bytes. */
  static SourceFile of(Path path, FileFormat chosen, JobContext context) {
    Packing packing = Packing.of(path);
    byte[] head = head(path, packing);
    if (new String(head, StandardCharsets.ISO_8859_1).isBlank()) {
      throw Problem.of(
          "import.empty", "{0} is empty. Choose a file with a header line and rows.", name(path));
    }
    if (FileKind.isArchive(head) && !FileKind.isWorkbook(path, packing)) {
      return only(path, packing, chosen, context);
    }
    return new SourceFile(path, FileKind.of(path, head, chosen), chosen, packing, context);
  }

  String name() {
    return name(path);
  }

  /** The file's bytes, unpacked where it is packed. */
  InputStream open() throws IOException {
    return new FilterInputStream(packing.open()) {
      @Override
      public int read(byte[] to, int from, int most) throws IOException {
        context.checkCancelled();
        return super.read(to, from, most);
      }
    };
  }

  /** Whether its bytes are others than those of the file at {@link #path}. */
  boolean isPacked() throws IOException {
    return packing.isPacked();
  }

  /** The table's bytes as a file: its own, or one unpacked into the folder. */
  Path onDisk(Path folder) throws IOException {
    if (!isPacked()) {
      return path;
    }
    Path unpacked = Files.createTempFile(folder, "unpacked-", ".bin");
    try (InputStream in = open()) {
      Files.copy(in, unpacked, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    return unpacked;
  }

  /** Its size on disk. */
  long bytes() throws IOException {
    return Files.size(packing.file());
  }

  /** About how many lines it has, by the first of them; -1 where they are none. */
  long linesAbout() throws IOException {
    if (format == Format.XLSX) {
      return -1;
    }
    byte[] head = head(path, packing);
    int lines = 0;
    for (byte b : head) {
      lines += b == '\n' ? 1 : 0;
    }
    return lines == 0 ? -1 : Math.round((double) packing.unpackedBytes() / head.length * lines);
  }

  /** Refuses a table too wide to be one. */
  void requireWidth(int columns) {
    if (columns > MOST_COLUMNS) {
      throw Problem.of(
          "import.too-wide",
          "{0} has {1} columns, more than the {2} that a table may have. Is it divided by another"
              + " sign, or are rows and columns exchanged?",
          name(),
          columns,
          MOST_COLUMNS);
    }
  }

  /** The problem that reading failed midway. */
  Problem broken(IOException e) {
    return broken(path, String.valueOf(e.getMessage()), e);
  }

  /** The problem that DuckDB could not read the file. */
  Problem broken(DuckException e) {
    return broken(path, e.complaint(), e);
  }

  static String name(Path path) {
    return Packing.name(path);
  }

  private static Problem broken(Path path, String why, Exception e) {
    return new Problem(
        Text.of(
            "import.unreadable",
            "{0} can''t be read to its end ({1}). Copy or download it again.",
            name(path),
            inWords(why)),
        e);
  }

  /** What a library says, without the names that programs give to failures. */
  static String inWords(String why) {
    String words = why.replaceAll("[\\w.$]*(Exception|Error):? ?", "").strip();
    return words.isEmpty() || words.equals("null") ? "it is damaged" : words;
  }

  private static byte[] head(Path path, Packing packing) {
    try (InputStream in = packing.open()) {
      return in.readNBytes(HEAD);
    } catch (IOException e) {
      throw broken(path, String.valueOf(e.getMessage()), e);
    }
  }

  /** The one table of an archive. */
  private static SourceFile only(
      Path path, Packing packing, FileFormat chosen, JobContext context) {
    if (packing.entry() != null || Packing.archiveOf(path) != null) {
      throw nested(path);
    }
    List<String> tables = ZipArchive.tables(path);
    if (tables.size() == 1) {
      return of(path.resolve(tables.getFirst()), chosen, context);
    }
    if (tables.isEmpty()) {
      throw Problem.of(
          "import.archive-empty",
          "The archive {0} holds no table (CSV, JSON, Parquet or XLSX), only: {1}.",
          name(path),
          ZipArchive.list(path));
    }
    throw Problem.of(
        "import.archive-several",
        "The archive {0} holds several tables: {1}. Choose one of them, for example {2}.",
        name(path),
        ZipArchive.list(path),
        name(path) + "/" + tables.getFirst());
  }

  private static Problem nested(Path path) {
    return Problem.of(
        "import.archive-nested",
        "{0} is an archive inside an archive. Unpack the outer one and choose the inner one.",
        name(path));
  }
}
