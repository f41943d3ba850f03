package org.tiersmith.project;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * The open SQLite file: every write goes through one thread and one connection, in a transaction;
 * reads run on the caller's thread, each on a connection of its own. A write that has returned is
 * committed and outlives a kill of the process.
 */
final class Database implements AutoCloseable {
  private static final int BUSY_MILLIS = 5000;
  private static final int JOURNAL_LIMIT = 16 << 20;

  /** Work on a connection that gives a value. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Work on a connection that gives none. */
  @FunctionalInterface
  interface Step {
    void on(Connection connection) throws SQLException;
  }

  private enum Sync {
    /** Synced to the disk at commit: outlives a power cut. */
    FULL,
    /** Handed to the system at commit: outlives the process. */
    NORMAL
  }

  private final Path file;
  private final Connection writer;
  private final ExecutorService writerThread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("tiersmith-project-writer").daemon().factory());
  private final Deque<Connection> readers = new ConcurrentLinkedDeque<>();
  private final ReadWriteLock openGate = new ReentrantReadWriteLock();
  private Sync sync = Sync.FULL;
  private boolean closed;

  Database(Path file) {
    this.file = file;
    try {
      writer = connect(file);
      try {
        Sql.execute(writer, "PRAGMA journal_mode = WAL");
        Sql.execute(writer, "PRAGMA journal_size_limit = " + JOURNAL_LIMIT);
        Sql.execute(writer, "PRAGMA synchronous = FULL");
      } catch (SQLException e) {
        writer.close();
        throw e;
      }
    } catch (SQLException e) {
      throw ProjectProblems.sql(file, e);
    }
  }

  static Connection connect(Path file) throws SQLException {
    return configure(DriverManager.getConnection("jdbc:sqlite:" + file.toUri().toASCIIString()));
  }

  /** A connection that can't change the file, nor leave anything beside it when no log is there. */
  static Connection connectReadOnly(Path file, boolean alone) throws SQLException {
    String mode = alone ? "?immutable=1" : "?mode=ro";
    return configure(
        DriverManager.getConnection("jdbc:sqlite:" + file.toUri().toASCIIString() + mode));
  }

  private static Connection configure(Connection connection) throws SQLException {
    try {
      Sql.execute(connection, "PRAGMA busy_timeout = " + BUSY_MILLIS);
      Sql.execute(connection, "PRAGMA foreign_keys = ON");
      Sql.execute(connection, "PRAGMA temp_store = MEMORY");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  Path file() {
    return file;
  }

  /** Runs the work in a transaction on the writer thread; returns when it is on the disk. */
  <T> T write(Work<T> work) {
    return onWriter(() -> transaction(Sync.FULL, work));
  }

  void change(Step step) {
    write(asWork(step));
  }

  /** As {@link #change}, but the commit waits for the system only, not for the disk. */
  void changeFast(Step step) {
    onWriter(() -> transaction(Sync.NORMAL, asWork(step)));
  }

  /** Runs pragmas that want no transaction around them, on the writer's connection. */
  void maintain(Step step) {
    onWriter(() -> asWork(step).on(writer));
  }

  private static Work<Boolean> asWork(Step step) {
    return connection -> {
      step.on(connection);
      return true;
    };
  }

  private <T> T transaction(Sync wanted, Work<T> work) throws SQLException {
    if (sync != wanted) {
      Sql.execute(writer, "PRAGMA synchronous = " + wanted);
      sync = wanted;
    }
    return inTransaction(writer, work);
  }

  /** Runs the work between BEGIN IMMEDIATE and COMMIT, or rolls all of it back. */
  static <T> T inTransaction(Connection connection, Work<T> work) throws SQLException {
    Sql.execute(connection, "BEGIN IMMEDIATE");
    try {
      T value = work.on(connection);
      Sql.execute(connection, "COMMIT");
      return value;
    } catch (SQLException | RuntimeException | Error e) {
      rollBack(connection, e);
      throw e;
    }
  }

  private static void rollBack(Connection connection, Throwable reason) {
    try {
      Sql.execute(connection, "ROLLBACK");
    } catch (SQLException e) {
      // A full disk has rolled back by itself already.
      reason.addSuppressed(e);
    }
  }

  private interface Action<T> {
    T run() throws SQLException;
  }

  private <T> T onWriter(Action<T> action) {
    try {
      return await(writerThread.submit(action::run));
    } catch (RejectedExecutionException e) {
      throw closed(e);
    }
  }

  private <T> T await(Future<T> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          // The write goes on whether we wait or not; its caller must learn how it ended.
          interrupted = true;
        } catch (ExecutionException e) {
          throw translate(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private RuntimeException translate(@Nullable Throwable cause) {
    return switch (cause) {
      case SQLException e -> ProjectProblems.sql(file, e);
      case RuntimeException e -> e;
      case Error e -> throw e;
      case null, default -> new IllegalStateException(cause);
    };
  }

  /** Runs the work on a connection that sees all that was committed before. */
  <T> T read(Work<T> work) {
    openGate.readLock().lock();
    try {
      if (closed) {
        throw closed(null);
      }
      return readOpen(work);
    } catch (SQLException e) {
      throw ProjectProblems.sql(file, e);
    } finally {
      openGate.readLock().unlock();
    }
  }

  private <T> T readOpen(Work<T> work) throws SQLException {
    Connection idle = readers.poll();
    Connection connection = idle == null ? connectReader() : idle;
    try {
      return work.on(connection);
    } finally {
      readers.push(connection);
    }
  }

  private Connection connectReader() throws SQLException {
    Connection connection = connect(file);
    Sql.execute(connection, "PRAGMA query_only = ON");
    return connection;
  }

  private static IllegalStateException closed(@Nullable Throwable cause) {
    return new IllegalStateException("the project is closed", cause);
  }

  /** Finishes what was asked for, folds the log into the file and closes it. */
  @Override
  public void close() {
    openGate.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        onWriter(this::closeConnections);
      }
    } finally {
      writerThread.shutdown();
      openGate.writeLock().unlock();
    }
  }

  private boolean closeConnections() throws SQLException {
    try (writer) {
      for (Connection reader : readers) {
        reader.close();
      }
      foldLog();
    }
    return true;
  }

  private void foldLog() {
    try {
      if (Sql.number(writer, "PRAGMA wal_checkpoint(TRUNCATE)") != 0) {
        throw ProjectProblems.logLeft(file, null);
      }
    } catch (SQLException e) {
      throw ProjectProblems.logLeft(file, e);
    }
  }
}
