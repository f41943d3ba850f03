package org.tiersmith.service;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.plan.AtomicFile;
import org.tiersmith.plan.CsvText;
import org.tiersmith.project.ProjectFile;

/**
 * Saves what a screen shows. A file is written beside its place and moved there: what stood there
 * before is kept when anything goes wrong.
 */
public final class ValueFile {
  private static final int BUFFER = 1 << 16;

  private ValueFile() {}

  /** What writes the rows, one after the other. */
  @FunctionalInterface
  public interface Rows {
    void writeTo(Sink sink) throws IOException;
  }

  /** Takes a row: texts and numbers, one a column. */
  @FunctionalInterface
  public interface Sink {
    void row(List<?> cells) throws IOException;
  }

  /**
   * Writes a CSV file by RFC 4180, in UTF-8. No text can start a formula in a spreadsheet; a number
   * is written in full, without grouping, and what is not finite stays empty.
   *
   * @throws Problem when the file cannot be written
   */
  public static void csv(Path file, List<String> columns, Rows rows) {
    write(
        file,
        () ->
            AtomicFile.write(
                file,
                bytes -> {
                  Writer out =
                      new BufferedWriter(
                          new OutputStreamWriter(bytes, StandardCharsets.UTF_8), BUFFER);
                  Sink sink = cells -> out.append(line(cells));
                  sink.row(columns);
                  rows.writeTo(sink);
                  out.flush();
                }));
  }

  /**
   * Writes a file of bytes, such as a picture.
   *
   * @throws Problem when the file cannot be written
   */
  public static void bytes(Path file, byte[] content) {
    write(file, () -> AtomicFile.write(file, out -> out.write(content)));
  }

  private interface Writing {
    void run() throws IOException;
  }

  private static void write(Path file, Writing writing) {
    if (Files.isDirectory(file)) {
      throw Problem.of(
          "save.is-folder",
          "{0} is a folder. Name a file to write to. Nothing was written.",
          file.toString());
    }
    if (isProject(file)) {
      throw Problem.of(
          "save.is-project",
          "{0} is a project''s file. Name another file. Nothing was written.",
          file.toString());
    }
    try {
      writing.run();
    } catch (IOException e) {
      throw new Problem(
          Text.of(
              "save.not-written",
              "{0} could not be written. Nothing there was changed. Check that the folder may be"
                  + " written to and has room, or choose another.",
              file.toString()),
          e);
    }
  }

  /** By its name first: whoever reads the open project's file drops its locks. */
  private static boolean isProject(Path file) {
    return String.valueOf(file.getFileName()).contains(".tiersmith")
        || ProjectFile.isDatabase(file);
  }

  private static String line(List<?> cells) {
    return cells.stream()
        .map(
            cell ->
                cell instanceof Number number ? plain(number) : CsvText.cell(String.valueOf(cell)))
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String plain(Number number) {
    if (number instanceof Long || number instanceof Integer) {
      return number.toString();
    }
    double value = number.doubleValue();
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
        : "";
  }
}
