package org.tiersmith.data;

import java.nio.file.Path;
import java.util.List;

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
@SuppressWarnings("DoNotCallSuggester")
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
    throw new UnsupportedOperationException();
  }

  public List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }
}
