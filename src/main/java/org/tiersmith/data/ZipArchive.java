package org.tiersmith.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;

/** The entries of ZIP archives. Names of entries are only ever compared, never followed. */
final class ZipArchive {
  private static final int MOST_NAMES = 10;

  private static final Set<String> TABLES =
      Set.of("csv", "tsv", "tab", "txt", "dat", "json", "jsonl", "ndjson", "parquet", "pq", "xlsx");

  private ZipArchive() {}

  /** Whether a file begins as an archive does, be it an empty one. */
  static boolean isZip(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(4);
      return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] < 9 && head[2] > 0;
    } catch (IOException e) {
      throw broken(file, e);
    }
  }

  static boolean has(Path archive, String entry) {
    try (ZipFile zip = zip(archive)) {
      ZipEntry found = zip.getEntry(entry);
      return found != null && !found.isDirectory();
    } catch (IOException e) {
      throw broken(archive, e);
    }
  }

  /** Names of all files in an archive, in its order. */
  static List<String> names(Path archive) {
    try (ZipFile zip = zip(archive)) {
      return zip.stream().filter(e -> !e.isDirectory()).map(ZipEntry::getName).toList();
    } catch (IOException e) {
      throw broken(archive, e);
    }
  }

  /** Names of the files that may be tables, by their own names. */
  static List<String> tables(Path archive) {
    return names(archive).stream().filter(ZipArchive::mayBeTable).toList();
  }

  /** The first names of an archive, for a person. */
  static String list(Path archive) {
    List<String> names = names(archive);
    String first = String.join(", ", names.stream().limit(MOST_NAMES).toList());
    return names.size() > MOST_NAMES ? first + ", …" : first;
  }

  /** The bytes of an entry; closing them closes the archive. */
  static InputStream open(Path archive, String entry) throws IOException {
    ZipFile zip = zip(archive);
    try {
      InputStream in = zip.getInputStream(zip.getEntry(entry));
      if (in == null) {
        throw new ZipException("no entry " + entry);
      }
      return new FilterInputStream(in) {
        @Override
        public void close() throws IOException {
          try (zip) {
            super.close();
          }
        }
      };
    } catch (IOException e) {
      zip.close();
      throw e;
    }
  }

  /** How many bytes an entry takes in its archive. */
  static long packedBytes(Path archive, String entry) throws IOException {
    try (ZipFile zip = zip(archive)) {
      return zip.getEntry(entry).getCompressedSize();
    }
  }

  /** How many bytes an entry has unpacked, as the archive says; -1 where it does not. */
  static long bytes(Path archive, String entry) throws IOException {
    try (ZipFile zip = zip(archive)) {
      return zip.getEntry(entry).getSize();
    }
  }

  /** Throws a Problem where an entry says that it unpacks out of all proportion. */
  static void refuseBomb(Path archive, String name) throws IOException {
    try (ZipFile zip = zip(archive)) {
      if (zip.stream().anyMatch(e -> Packing.isBomb(e.getSize(), e.getCompressedSize()))) {
        throw Packing.bomb(name);
      }
    }
  }

  /** The problem that an archive can't be read. */
  static Problem broken(Path archive, IOException e) {
    String name = String.valueOf(archive.getFileName());
    String why = String.valueOf(e.getMessage());
    if (why.contains("encrypted")) {
      return new Problem(
          Text.of(
              "import.locked-archive",
              "{0} is locked with a password. Unpack it and choose the files in it.",
              name),
          e);
    }
    return new Problem(
        Text.of(
            "import.unreadable",
            "{0} can''t be read to its end ({1}). Copy or download it again.",
            name,
            SourceFile.inWords(why)),
        e);
  }

  private static ZipFile zip(Path archive) throws IOException {
    try {
      return new ZipFile(archive.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException e) {
      if (!String.valueOf(e.getMessage()).contains("entry name")) {
        throw e;
      }
      return new ZipFile(archive.toFile(), Charset.forName("GB18030"));
    } catch (IllegalArgumentException e) {
      throw new ZipException(e.getMessage());
    }
  }

  private static boolean mayBeTable(String name) {
    List<String> parts = Arrays.asList(name.split("/", -1));
    boolean odd = name.startsWith("/") || name.contains("\\") || name.contains(":");
    boolean hidden =
        parts.stream().anyMatch(p -> p.isEmpty() || p.startsWith(".") || p.startsWith("__MACOSX"));
    String last = parts.getLast().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    int dot = last.lastIndexOf('.');
    boolean named = dot < 0 || TABLES.contains(last.substring(dot + 1));
    boolean about = last.startsWith("readme") || last.startsWith("license");
    boolean control = name.chars().anyMatch(c -> c < ' ');
    return !odd && !hidden && named && !about && !control;
  }
}
