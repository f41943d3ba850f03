package org.tiersmith.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tiersmith.task.JobContext;

/**
 * A first look at a file.
 *
 * @param file the file; an entry of an archive has the archive's path with its own name behind it
 * @param encoding name of its encoding, for example {@code UTF-8}
 * @param format for example {@code CSV, ;} or {@code Parquet}
 * @param found how it is written, in the terms in which a person may say otherwise
 * @param sheets names of all its sheets, if it is a workbook
 * @param bytes its size on disk, that of its archive where it lies in one
 * @param rowsAbout about how many rows it has; -1 where that takes reading it
 * @param columns its columns
 * @param rows its first rows, a cell a column; empty where missing
 */
public record FilePreview(
    Path file,
    String encoding,
    String format,
    FileFormat found,
    List<String> sheets,
    long bytes,
    long rowsAbout,
    List<Column> columns,
    List<List<String>> rows) {

  /** So many rows tell what a column holds. */
  private static final int LOOK_AT = 2_000;

  /** A look at a text file of which no more is known. */
  public FilePreview(
      Path file,
      String encoding,
      String format,
      long bytes,
      List<Column> columns,
      List<List<String>> rows) {
    this(file, encoding, format, FileFormat.GUESSED, List.of(), bytes, -1, columns, rows);
  }

  /**
   * A column at first sight.
   *
   * @param type guessed from the first rows
   */
  public record Column(String name, ColumnType type) {}

  /** Looks at the first rows of a file; throws a Problem where it can't be read as a table. */
  public static FilePreview of(Path file, int rows) {
    return of(file, FileFormat.GUESSED, rows);
  }

  /** Looks at the first rows of a file of which a person said how it is written. */
  public static FilePreview of(Path file, FileFormat chosen, int rows) {
    return of(file, chosen, rows, JobContext.detached());
  }

  /** The same for a job, which may be cancelled meanwhile. */
  static FilePreview of(Path file, FileFormat chosen, int rows, JobContext context) {
    SourceFile source = SourceFile.of(file, chosen, context);
    try {
      return source.format() == SourceFile.Format.PARQUET
          ? parquet(source, rows)
          : text(source, rows);
    } catch (IOException e) {
      throw source.broken(e);
    }
  }

  /** The same look at so many rows, if it has more. */
  FilePreview first(int most) {
    return rows.size() <= most
        ? this
        : new FilePreview(
            file,
            encoding,
            format,
            found,
            sheets,
            bytes,
            rowsAbout,
            columns,
            List.copyOf(rows.subList(0, most)));
  }

  private static List<List<String>> first(List<List<String>> rows, int most) {
    return rows.subList(0, Math.min(most, rows.size()));
  }

  public List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }

  private static FilePreview text(SourceFile file, int most) throws IOException {
    try (RowSource source = RowSource.open(file)) {
      List<List<String>> rows = new ArrayList<>();
      boolean more = source.next();
      while (more && rows.size() < most) {
        if (source.fault() == null) {
          List<String> row = new ArrayList<>();
          for (int i = 0; i < source.columns().size(); i++) {
            row.add(Cells.tidy(source.cell(i)));
          }
          rows.add(row);
        }
        more = source.next();
      }
      FileFormat found = source.found();
      if (found.decimal() == null) {
        found =
            found.withDecimal(DecimalSign.at(first(rows, LOOK_AT), ";".equals(found.delimiter())));
      }
      return new FilePreview(
          file.path(),
          source.encoding(),
          source.format(),
          found,
          source.sheets(),
          file.bytes(),
          more ? file.linesAbout() : rows.size(),
          columns(source.columns(), rows),
          List.copyOf(rows));
    }
  }

  private static FilePreview parquet(SourceFile file, int most) throws IOException {
    Path scratch = Files.createTempDirectory("tiersmith-preview-");
    try (Duck duck = Duck.open(file.context())) {
      return parquet(file, most, duck, Staging.parquetFile(file, scratch));
    } finally {
      Workbook.delete(scratch);
    }
  }

  private static FilePreview parquet(SourceFile file, int most, Duck duck, Path data)
      throws IOException {
    List<String> names = Staging.parquetColumns(duck, file, data);
    List<List<String>> rows = new ArrayList<>();
    long all;
    try {
      duck.each(
          "SELECT COLUMNS(*)::VARCHAR FROM " + Duck.parquet(data) + " LIMIT " + most,
          row -> {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
              cells.add(Cells.tidy(row.words(i)));
            }
            rows.add(cells);
          });
      all = duck.whole("SELECT count(*) FROM " + Duck.parquet(data));
    } catch (DuckException e) {
      throw file.broken(e);
    }
    return new FilePreview(
        file.path(),
        "UTF-8",
        "Parquet",
        FileFormat.GUESSED,
        List.of(),
        file.bytes(),
        all,
        columns(Cells.distinctNames(names), rows),
        List.copyOf(rows));
  }

  private static List<Column> columns(List<String> names, List<List<String>> rows) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      int at = i;
      List<String> values =
          first(rows, LOOK_AT).stream().map(row -> row.get(at)).filter(v -> !v.isEmpty()).toList();
      columns.add(new Column(names.get(i), TypeGuess.of(names.get(i), values)));
    }
    return columns;
  }
}
