package org.tiersmith.data;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;

/** The rows of a text file, one after the other, good and faulty. */
interface RowSource extends Closeable {

  /** Opens a delimited file or one of JSON lines, at its first row. */
  static RowSource open(SourceFile file) throws IOException {
    return file.format() == SourceFile.Format.JSON_LINES
        ? JsonSource.open(file)
        : DelimitedSource.open(file);
  }

  /** Names of the columns, distinct whatever their case. */
  List<String> columns();

  /** For a person: {@code CSV, ;} or {@code JSON lines}. */
  String format();

  /** The file's encoding. */
  String encoding();

  /** Goes to the next row; false at the end. */
  boolean next() throws IOException;

  /** The line on which the row starts, from 1. */
  long line();

  /** Why the row can't be read, or null when it can. */
  @Nullable Text fault();

  /** A cell of a good row, as written. */
  String cell(int column);

  /** The row as written, cut to a length fit to show. */
  String raw();

  @Override
  void close() throws IOException;
}
