package org.tiersmith.data;

import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** Fills a table of a DuckDB row by row, cell by cell in the order of its columns. */
public final class TableWriter implements AutoCloseable {
  private final String table;
  private final DuckDBAppender appender;

  /**
   * @param table the name of a table that is there
   */
  public TableWriter(Duck duck, String table) {
    this.table = table;
    this.appender = duck.appender("main", table);
  }

  /** Begins a row. */
  public TableWriter row() {
    return append(appender::beginRow);
  }

  /** The next cell of a column of texts. */
  public TableWriter text(@Nullable String value) {
    return append(() -> appender.append(value));
  }

  /** The next cell of a DOUBLE column; missing where it is NaN. */
  public TableWriter number(double value) {
    return append(() -> PairRowsWriter.number(appender, value));
  }

  /** The next cell of an INTEGER column. */
  public TableWriter whole(int value) {
    return append(() -> appender.append(value));
  }

  /** Ends the row. */
  public void end() {
    append(appender::endRow);
  }

  /** Ends the table; then it can be read. */
  @Override
  public void close() {
    append(appender::close);
  }

  private TableWriter append(Step step) {
    try {
      step.run();
      return this;
    } catch (SQLException e) {
      throw new DuckException("append to " + table, e);
    }
  }

  private interface Step {
    void run() throws SQLException;
  }
}
