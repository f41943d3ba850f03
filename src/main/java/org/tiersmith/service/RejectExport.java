package org.tiersmith.service;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.RejectColumns;
import org.tiersmith.data.RejectRows;
import org.tiersmith.plan.CsvText;
import org.tiersmith.task.JobContext;

/** Writes rejected rows as CSV files that a person can mend and import again. */
final class RejectExport {
  private static final List<String> TOLD =
      List.of("file", "line", "reason", "message", "row", RejectRows.QUOTED);

  private final List<RejectColumns> columns;
  private final Path csv;
  private final Predicate<Path> kept;
  private final List<Path> written = new ArrayList<>();
  private List<String> names = List.of();
  private int[] own = {};
  private @Nullable String file;
  private @Nullable Path part;
  private @Nullable BufferedWriter out;

  private RejectExport(List<RejectColumns> columns, Path csv, Predicate<Path> kept) {
    this.columns = columns;
    this.csv = csv;
    this.kept = kept;
  }

  /**
   * Writes the rows of each file to one of its own, the first to the one named, which is written
   * even where there is none: what stood there before would look like the rejects of now.
   *
   * @param kept files beside it that must not be written over
   */
  static List<Path> write(
      Path rejects, DatasetView dataset, Path csv, Predicate<Path> kept, JobContext context) {
    RejectExport export = new RejectExport(dataset.quality().rejects(), csv, kept);
    try {
      RejectRows.each(rejects, context, export::row);
      if (export.file == null) {
        export.start("");
      }
      export.finish();
      return export.written;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      export.discard();
    }
  }

  private void row(RejectRows.Reject reject) {
    try {
      if (!reject.file().equals(file)) {
        finish();
        start(reject.file());
      }
      List<String> cells = new ArrayList<>();
      List<String> quoted = new ArrayList<>();
      for (int column : own) {
        String value = column < reject.cells().size() ? reject.cells().get(column) : "";
        cells.add(value);
        if (isFormula(value)) {
          quoted.add(RejectRows.quoted(names.get(column)));
        }
      }
      cells.addAll(
          List.of(
              reject.file(),
              Long.toString(reject.line()),
              reject.reason().replaceFirst("^import\\.", ""),
              reject.message(),
              reject.cells().isEmpty() ? reject.row() : "",
              String.join(" ", quoted)));
      line(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void start(String name) throws IOException {
    file = name;
    names =
        columns.stream()
            .filter(c -> c.file().equals(name))
            .findFirst()
            .map(RejectColumns::columns)
            .orElse(List.of());
    // Rejects that came back and were left out once more are told of anew.
    own = IntStream.range(0, names.size()).filter(i -> !isTold(names.get(i))).toArray();
    List<String> header = new ArrayList<>(IntStream.of(own).mapToObj(names::get).toList());
    TOLD.forEach(column -> header.add(RejectRows.PREFIX + column));
    Path beside = csv.resolveSibling(csv.getFileName() + ".part");
    for (int n = 2; Files.exists(beside); n++) {
      beside = csv.resolveSibling(csv.getFileName() + "-" + n + ".part");
    }
    part = beside;
    out = Files.newBufferedWriter(beside);
    line(header);
  }

  private static boolean isTold(String column) {
    return column.toLowerCase(Locale.ROOT).startsWith(RejectRows.PREFIX);
  }

  private void line(List<String> cells) throws IOException {
    if (out != null) {
      out.write(String.join(",", cells.stream().map(RejectExport::cell).toList()));
      out.write("\r\n");
    }
  }

  private static String cell(String value) {
    return isNumber(value) ? value : CsvText.cell(value);
  }

  /** A number may start with a sign; whatever else does so is kept from being a formula. */
  private static boolean isFormula(String value) {
    return !isNumber(value) && CsvText.isFormula(value);
  }

  private static boolean isNumber(String value) {
    return value.matches("[+-]?\\d[\\d.]*");
  }

  private void finish() throws IOException {
    if (out == null || part == null) {
      return;
    }
    out.close();
    out = null;
    Path to = written.isEmpty() ? csv : free(stem(csv.getFileName() + "") + "-" + stem(file + ""));
    Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
    part = null;
    written.add(to);
  }

  /** A file beside the first that is nobody's, or of an export of before. */
  private Path free(String stem) {
    Path to = csv.resolveSibling(stem + ".csv");
    for (int n = 2; written.contains(to) || !isOurs(to) || kept.test(to); n++) {
      to = csv.resolveSibling(stem + "-" + n + ".csv");
    }
    return to;
  }

  /** Whether nothing is lost if a file is written over: it is not there, or of an export. */
  static boolean isOurs(Path file) {
    if (!Files.exists(file)) {
      return true;
    }
    if (!Files.isRegularFile(file)) {
      return false;
    }
    // Latin-1 reads whatever bytes a person's file holds.
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      String header = in.readLine();
      return header != null && header.contains(RejectRows.PREFIX + "reason");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void discard() {
    try {
      if (out != null) {
        out.close();
      }
      if (part != null) {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file's name without what tells its format: {@code sales.2019} of sales.2019.csv.gz. */
  private static String stem(String file) {
    String name = file.replaceFirst("(?i)\\.(gz|zip)$", "").replaceAll("[/\\\\:]", "-");
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
