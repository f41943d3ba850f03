package org.tiersmith.project;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Short forms of the JDBC calls that this package makes. */
final class Sql {
  private Sql() {}

  /** Makes a value of the row on which the result set stands. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Runs one statement and returns how many rows it changed. */
  static int update(Connection connection, String sql, @Nullable Object... arguments)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, arguments)) {
      return statement.executeUpdate();
    }
  }

  /** Inserts one row and returns its id. */
  static long insert(Connection connection, String sql, @Nullable Object... arguments)
      throws SQLException {
    update(connection, sql, arguments);
    return number(connection, "SELECT last_insert_rowid()");
  }

  static <T> List<T> query(
      Connection connection, RowReader<T> reader, String sql, @Nullable Object... arguments)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, arguments);
        ResultSet rows = statement.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(reader.read(rows));
      }
      return List.copyOf(all);
    }
  }

  static <T> Optional<T> first(
      Connection connection, RowReader<T> reader, String sql, @Nullable Object... arguments)
      throws SQLException {
    return query(connection, reader, sql, arguments).stream().findFirst();
  }

  /** The single number that a query or pragma gives. */
  static long number(Connection connection, String sql, @Nullable Object... arguments)
      throws SQLException {
    return first(connection, row -> row.getLong(1), sql, arguments)
        .orElseThrow(() -> new SQLException("no row: " + sql));
  }

  /** Runs a statement or pragma to its end; rows that it gives are dropped. */
  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // Not execute(), which stops at the first row: an incremental vacuum frees one page a row.
      statement.executeUpdate(sql);
    }
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, @Nullable Object... arguments) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }
}
