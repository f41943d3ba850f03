package org.tiersmith.data;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.task.CancelledException;
import org.tiersmith.task.JobContext;

/**
 * A DuckDB in memory, one for each piece of work. A cancel of the job interrupts the statement that
 * is running. To be used by one thread.
 */
public final class Duck implements AutoCloseable {
  private static final long POLL_NANOS = 50_000_000;

  private final JobContext context;
  private final Connection connection;
  private final Thread watcher;
  private volatile @Nullable Statement running;
  private volatile boolean closed;
  private volatile @Nullable Text told;

  private Duck(JobContext context) {
    this.context = context;
    try {
      connection = DriverManager.getConnection("jdbc:duckdb:");
    } catch (SQLException e) {
      throw new DuckException("open", e);
    } catch (LinkageError e) {
      throw new DuckException(e);
    }
    watcher = Thread.ofVirtual().name("duck-cancel").start(this::watch);
  }

  /** Opens an empty database whose statements stop when the job is cancelled. */
  public static Duck open(JobContext context) {
    return new Duck(context);
  }

  /** From now on the job hears how far each statement is, where DuckDB knows it. */
  void tell(Text what) {
    run("SET enable_progress_bar = true");
    run("SET enable_progress_bar_print = false");
    told = what;
  }

  /** Runs a statement without result. */
  public void run(String sql) {
    context.checkCancelled();
    try (Statement statement = connection.createStatement()) {
      running = statement;
      statement.execute(sql);
    } catch (SQLException e) {
      throw failure(sql, e);
    } finally {
      running = null;
    }
  }

  /** An appender to a table, to be closed by the caller. */
  DuckDBAppender appender(String schema, String table) {
    try {
      return connection.unwrap(DuckDBConnection.class).createAppender(schema, table);
    } catch (SQLException e) {
      throw new DuckException("append to " + table, e);
    }
  }

  /** Runs a query and hands each row to the reader. */
  public void each(String sql, Consumer<Row> reader) {
    context.checkCancelled();
    try (Statement statement = connection.createStatement()) {
      running = statement;
      try (ResultSet result = statement.executeQuery(sql)) {
        ResultRow row = new ResultRow(result);
        for (long n = 1; result.next(); n++) {
          reader.accept(row);
          if (n % 4096 == 0) {
            context.checkCancelled();
          }
        }
      }
    } catch (SQLException e) {
      throw failure(sql, e);
    } finally {
      running = null;
    }
  }

  /** Runs a query and collects what the reader makes of each row. */
  public <T> List<T> list(String sql, Function<Row, T> reader) {
    List<T> all = new ArrayList<>();
    each(sql, row -> all.add(reader.apply(row)));
    return all;
  }

  /**
   * Writes what a query answers as a Parquet file. Dictionaries of more than ten thousand values
   * are given up: to look for repeats among ids costs more time than the file saves of room.
   */
  void writeParquet(String query, Path file) {
    run(
        "COPY ("
            + query
            + ") TO "
            + text(file)
            + " (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2, DICTIONARY_SIZE_LIMIT"
            + " 10000)");
  }

  /** The whole number that a query of one row and column gives; 0 where it is null. */
  public long whole(String sql) {
    return list(sql, row -> row.whole(0)).getFirst();
  }

  /** Shuts out every file but those given and those in the folders given; can't be undone. */
  void confineTo(List<Path> folders, List<Path> files) {
    run("SET allowed_directories = [" + list(folders) + "]");
    run("SET allowed_paths = [" + list(files) + "]");
    run("SET enable_external_access = false");
    run("SET lock_configuration = true");
  }

  private static String list(List<Path> paths) {
    return String.join(", ", paths.stream().map(Duck::text).toList());
  }

  /** A text as an SQL literal. */
  public static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /** A file as an SQL literal. */
  public static String text(Path file) {
    return text(file.toAbsolutePath().toString());
  }

  /** A name as an SQL identifier. */
  public static String name(String identifier) {
    return "\"" + identifier.replace("\"", "\"\"") + "\"";
  }

  /** A Parquet file as a table of a query. */
  public static String parquet(Path file) {
    return "read_parquet(" + text(file) + ")";
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(watcher);
    try {
      connection.close();
    } catch (SQLException e) {
      throw new DuckException("close", e);
    }
  }

  private void watch() {
    while (!closed) {
      LockSupport.parkNanos(POLL_NANOS);
      Statement statement = running;
      if (statement != null && context.isCancelled()) {
        try {
          statement.cancel();
        } catch (SQLException e) {
          System.getLogger(Duck.class.getName())
              .log(System.Logger.Level.DEBUG, "a statement ended before its cancel");
        }
      } else if (statement != null && told != null) {
        report(statement, told);
      }
    }
  }

  private void report(Statement statement, Text what) {
    try {
      double percent =
          statement.unwrap(DuckDBPreparedStatement.class).getQueryProgress().getPercentage();
      if (percent >= 0) {
        context.progress(Math.min(1, percent / 100), what);
      }
    } catch (SQLException e) {
      System.getLogger(Duck.class.getName())
          .log(System.Logger.Level.DEBUG, "a statement ended before it was asked how far it is");
    }
  }

  private RuntimeException failure(String sql, SQLException e) {
    return context.isCancelled() ? new CancelledException() : new DuckException(sql, e);
  }

  private record ResultRow(ResultSet result) implements Row {

    @Override
    public @Nullable String text(int column) {
      return get(() -> result.getString(column + 1));
    }

    @Override
    public double number(int column) {
      return get(
          () -> {
            double value = result.getDouble(column + 1);
            return result.wasNull() ? Double.NaN : value;
          });
    }

    @Override
    public long whole(int column) {
      return get(() -> result.getLong(column + 1));
    }

    @Override
    public boolean flag(int column) {
      return get(() -> result.getBoolean(column + 1));
    }

    private static <T extends @Nullable Object> T get(Getter<T> getter) {
      try {
        return getter.get();
      } catch (SQLException e) {
        throw new DuckException("read a row", e);
      }
    }
  }

  private interface Getter<T extends @Nullable Object> {
    T get() throws SQLException;
  }
}
