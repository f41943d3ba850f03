package org.tiersmith.service;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.RejectColumns;
import org.tiersmith.data.RejectRows;
import org.tiersmith.plan.CsvText;
import org.tiersmith.task.JobContext;

/** Writes rejected rows as CSV files that a person can mend and import again. */
final class RejectExport {
  private static final List<String> TOLD = List.of("file", "line", "reason", "message", "row");

  private final List<RejectColumns> columns;
  private final Path csv;
  private final List<Path> written = new ArrayList<>();
  private @Nullable String file;
  private @Nullable BufferedWriter out;
  private int width;

  private RejectExport(List<RejectColumns> columns, Path csv) {
    this.columns = columns;
    this.csv = csv;
  }

  /** Writes the rows of each file to one of its own, the first to the one named. */
  static List<Path> write(Path rejects, DatasetView dataset, Path csv, JobContext context) {
    RejectExport export = new RejectExport(dataset.quality().rejects(), csv);
    try {
      RejectRows.each(rejects, context, export::row);
      export.finish();
      return export.written;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void row(RejectRows.Reject reject) {
    try {
      if (!reject.file().equals(file)) {
        finish();
        start(reject.file());
      }
      List<String> cells = new ArrayList<>(reject.cells());
      while (cells.size() < width) {
        cells.add("");
      }
      cells.addAll(
          List.of(
              reject.file(),
              Long.toString(reject.line()),
              reject.reason().replaceFirst("^import\\.", ""),
              reject.message(),
              reject.cells().isEmpty() ? reject.row() : ""));
      line(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void start(String name) throws IOException {
    file = name;
    List<String> header =
        new ArrayList<>(
            columns.stream()
                .filter(c -> c.file().equals(name))
                .findFirst()
                .map(RejectColumns::columns)
                .orElse(List.of()));
    width = header.size();
    TOLD.forEach(column -> header.add(RejectRows.PREFIX + column));
    out = Files.newBufferedWriter(beside());
    line(header);
  }

  private void line(List<String> cells) throws IOException {
    if (out != null) {
      out.write(String.join(",", cells.stream().map(RejectExport::cell).toList()));
      out.write("\r\n");
    }
  }

  /** A number may start with a sign; whatever else does so is kept from being a formula. */
  private static String cell(String value) {
    return value.matches("[+-]?\\d[\\d.]*") ? value : CsvText.cell(value);
  }

  private void finish() throws IOException {
    if (out == null) {
      return;
    }
    out.close();
    out = null;
    Path to =
        written.isEmpty()
            ? csv
            : csv.resolveSibling(stem(csv) + "-" + stem(Path.of(file + "")) + ".csv");
    Path free = to;
    for (int n = 2; written.contains(free); n++) {
      free = to.resolveSibling(stem(to) + "-" + n + ".csv");
    }
    Files.move(beside(), free, StandardCopyOption.REPLACE_EXISTING);
    written.add(free);
  }

  private Path beside() {
    return csv.toAbsolutePath().resolveSibling(csv.getFileName() + ".part");
  }

  private static String stem(Path path) {
    String name = String.valueOf(path.getFileName());
    int dot = name.indexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
