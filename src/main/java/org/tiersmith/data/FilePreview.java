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
 * @param file the file
 * @param encoding name of its encoding, for example {@code UTF-8}
 * @param format for example {@code CSV, ;} or {@code Parquet}
 * @param bytes its size
 * @param columns its columns
 * @param rows its first rows, a cell a column; empty where missing
 */
public record FilePreview(
    Path file,
    String encoding,
    String format,
    long bytes,
    List<Column> columns,
    List<List<String>> rows) {

  /**
   * A column at first sight.
   *
   * @param type guessed from the first rows
   */
  public record Column(String name, ColumnType type) {}

  /** Looks at the first rows of a file; throws a Problem where it can't be read as a table. */
  public static FilePreview of(Path file, int rows) {
    SourceFile source = SourceFile.of(file);
    try {
      return source.format() == SourceFile.Format.PARQUET
          ? parquet(source, rows)
          : text(source, rows);
    } catch (IOException e) {
      throw source.broken(e);
    }
  }

  public List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }

  private static FilePreview text(SourceFile file, int most) throws IOException {
    try (RowSource source = RowSource.open(file)) {
      List<List<String>> rows = new ArrayList<>();
      while (rows.size() < most && source.next()) {
        if (source.fault() == null) {
          List<String> row = new ArrayList<>();
          for (int i = 0; i < source.columns().size(); i++) {
            row.add(Cells.tidy(source.cell(i)));
          }
          rows.add(row);
        }
      }
      return of(file, source.encoding(), source.format(), source.columns(), rows);
    }
  }

  private static FilePreview parquet(SourceFile file, int most) throws IOException {
    try (Duck duck = Duck.open(JobContext.detached())) {
      List<String> names = Staging.parquetColumns(duck, file);
      List<List<String>> rows =
          duck.list(
              "SELECT COLUMNS(*)::VARCHAR FROM " + Duck.parquet(file.path()) + " LIMIT " + most,
              row -> {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < names.size(); i++) {
                  cells.add(Cells.tidy(row.words(i)));
                }
                return cells;
              });
      return of(file, "UTF-8", "Parquet", Cells.distinctNames(names), rows);
    }
  }

  private static FilePreview of(
      SourceFile file, String encoding, String format, List<String> names, List<List<String>> rows)
      throws IOException {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      int at = i;
      List<String> values =
          rows.stream().map(row -> row.get(at)).filter(v -> !v.isEmpty()).toList();
      columns.add(new Column(names.get(i), TypeGuess.of(names.get(i), values)));
    }
    return new FilePreview(
        file.path(), encoding, format, Files.size(file.path()), columns, List.copyOf(rows));
  }
}
