package org.tiersmith.data;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;

/** Rows that are records of one encoded text; kinds of files differ in what a record must be. */
abstract sealed class RecordSource implements RowSource permits DelimitedSource, JsonSource {
  private final Encoding encoding;
  private final RecordReader reader;
  private final List<String> columns;
  private @Nullable Text fault;

  RecordSource(Encoding encoding, RecordReader reader, List<String> columns) {
    this.encoding = encoding;
    this.reader = reader;
    this.columns = columns;
  }

  /** What is wrong with the present record, which was read whole; null when it is a good row. */
  abstract @Nullable Text check();

  /** Whether a blank record is none at all. */
  abstract boolean skipsBlank();

  @Override
  public final List<String> columns() {
    return columns;
  }

  @Override
  public final String encoding() {
    return encoding.name();
  }

  @Override
  public final boolean next() throws IOException {
    do {
      if (!reader.next()) {
        return false;
      }
    } while (reader.fault() == null && reader.isBlank() && skipsBlank());
    fault = reader.fault();
    if (fault == null) {
      fault = check();
    }
    return true;
  }

  @Override
  public final long line() {
    return reader.line();
  }

  @Override
  public final @Nullable Text fault() {
    return fault;
  }

  @Override
  public final String raw() {
    return reader.raw();
  }

  @Override
  public final void close() throws IOException {
    reader.close();
  }
}
