package org.tiersmith.data;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;

/** The rows of a file, one after the other, good and faulty. */
interface RowSource extends Closeable {

  /** Opens a file of any kind that is read row by row, at its first row. */
  static RowSource open(SourceFile file) throws IOException {
    return switch (file.format()) {
      case DELIMITED -> DelimitedSource.open(file);
      case JSON_LINES -> JsonSource.open(file);
      case JSON -> JsonObjectsSource.open(file);
      case XLSX -> SheetSource.open(file);
      case PARQUET -> throw new IllegalArgumentException("not read row by row");
    };
  }

  /** Names of the columns, distinct whatever their case; a row may bring more, behind them. */
  List<String> columns();

  /** For a person: {@code CSV, ;} or {@code JSON lines}. */
  String format();

  /** The file's encoding. */
  String encoding();

  /** How the file is written, as far as it was found out. */
  default FileFormat found() {
    return FileFormat.GUESSED.withEncoding(encoding());
  }

  /** The sheets among which the file's rows lie, if it is a workbook. */
  default List<String> sheets() {
    return List.of();
  }

  /** Goes to the next row; false at the end. */
  boolean next() throws IOException;

  /** The line on which the row starts, from 1; where several share one, the row's number. */
  long line();

  /** Why the row can't be read, or null when it can. */
  @Nullable Text fault();

  /** A cell of a good row, as written. */
  String cell(int column);

  /** The row as written; of one that is too long to be read, its beginning. */
  String raw();

  @Override
  void close() throws IOException;
}
