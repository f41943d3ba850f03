package org.tiersmith.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * Looks at a project file before anything may change it: is it ours, do we know its version, is it
 * whole. The bytes of artifacts are not read here, they are checked by their hash when used.
 */
final class FileCheck {
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  /** Length of the header and offsets in it, by the SQLite file format. */
  private static final int HEADER = 100;

  private static final int PAGE_SIZE = 16;
  private static final int PAGE_COUNT = 28;

  private final Path file;
  private final Schema schema;

  FileCheck(Path file, Schema schema) {
    this.file = file;
    this.schema = schema;
  }

  /**
   * @throws org.tiersmith.model.Problem if the file must not be used
   */
  void run() {
    try {
      boolean alone = !hasLog();
      checkHeader(alone);
      try (Connection connection = Database.connectReadOnly(file, alone)) {
        schema.check(file, connection);
        checkTables(connection);
      }
    } catch (IOException e) {
      throw ProjectProblems.unreadable(file, e);
    } catch (SQLException e) {
      throw ProjectProblems.sql(file, e);
    }
  }

  /** Whether a file is an SQLite database, a project or another program's. */
  static boolean isDatabase(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(MAGIC, in.readNBytes(MAGIC.length));
    } catch (IOException e) {
      throw ProjectProblems.unreadable(file, e);
    }
  }

  /** Whether a process that ended abruptly has left a log with changes beside the file. */
  private boolean hasLog() throws IOException {
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    return Files.exists(log) && Files.size(log) > 0;
  }

  private void checkHeader(boolean alone) throws IOException {
    byte[] header;
    try (InputStream in = Files.newInputStream(file)) {
      header = in.readNBytes(HEADER);
    }
    if (header.length < HEADER || !Arrays.equals(MAGIC, 0, MAGIC.length, header, 0, MAGIC.length)) {
      throw ProjectProblems.foreign(file);
    }
    ByteBuffer fields = ByteBuffer.wrap(header);
    int stored = Short.toUnsignedInt(fields.getShort(PAGE_SIZE));
    long pageSize = stored == 1 ? 1 << 16 : stored;
    // With a log the header may be older than the file's true length.
    if (alone && Integer.toUnsignedLong(fields.getInt(PAGE_COUNT)) * pageSize > Files.size(file)) {
      throw ProjectProblems.damaged(file, "it is cut short");
    }
  }

  private void checkTables(Connection connection) throws SQLException {
    List<String> tables =
        Sql.query(
            connection,
            row -> row.getString(1),
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'artifact_chunk'");
    for (String table : tables) {
      List<String> findings =
          Sql.query(connection, row -> row.getString(1), "PRAGMA quick_check('" + table + "')");
      if (!findings.equals(List.of("ok"))) {
        throw ProjectProblems.damaged(file, findings.getFirst());
      }
    }
  }
}
