package org.tiersmith.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import org.sqlite.SQLiteErrorCode;

/**
 * The bytes of artifacts, in chunks. Each chunk is a transaction of its own, so that other writes
 * come through while a large file is stored; only the artifact's row, written last, makes them
 * count.
 */
final class ChunkStore {
  private static final int CHUNK = 1 << 20;

  private final Database database;
  private final AtomicLong lastStore;

  ChunkStore(Database database) {
    this.database = database;
    this.lastStore =
        new AtomicLong(
            database.read(
                c -> Sql.number(c, "SELECT coalesce(max(store), 0) FROM artifact_chunk")));
  }

  /** A number for the chunks of one artifact, never given before. */
  long newStore() {
    return lastStore.incrementAndGet();
  }

  /** Writes the file's bytes and returns their hash. */
  ArtifactId write(long store, Path source) throws IOException {
    MessageDigest digest = Hashing.digest();
    try (InputStream in = Files.newInputStream(source)) {
      int position = 0;
      for (byte[] bytes = in.readNBytes(CHUNK); bytes.length > 0; bytes = in.readNBytes(CHUNK)) {
        digest.update(bytes);
        writeChunk(store, position++, bytes);
      }
    }
    return new ArtifactId(Hashing.hex(digest));
  }

  private void writeChunk(long store, int position, byte[] bytes) {
    database.changeFast(
        c -> Sql.update(c, "INSERT INTO artifact_chunk VALUES(?, ?, ?)", store, position, bytes));
  }

  void remove(long store) {
    database.change(c -> remove(c, store));
  }

  static void remove(Connection connection, long store) throws SQLException {
    Sql.update(connection, "DELETE FROM artifact_chunk WHERE store = ?", store);
  }

  /** Drops the chunks of artifacts that were being stored when their process ended. */
  static void dropHalfStored(Connection connection) throws SQLException {
    Sql.update(
        connection, "DELETE FROM artifact_chunk WHERE store NOT IN (SELECT store FROM artifact)");
  }

  /** Copies an artifact's bytes out and returns their hash. */
  ArtifactId copy(ArtifactId id, OutputStream out) throws IOException {
    MessageDigest digest = Hashing.digest();
    try {
      database.read(
          c -> {
            copy(c, id, out, digest);
            return true;
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return new ArtifactId(Hashing.hex(digest));
  }

  private static void copy(
      Connection connection, ArtifactId id, OutputStream out, MessageDigest digest)
      throws SQLException {
    try (PreparedStatement chunks =
        connection.prepareStatement(
            """
            SELECT bytes FROM artifact JOIN artifact_chunk USING(store)
            WHERE sha256 = ? ORDER BY position
            """)) {
      chunks.setString(1, id.sha256());
      try (ResultSet row = chunks.executeQuery()) {
        while (row.next()) {
          byte[] bytes = row.getBytes(1);
          if (bytes == null) {
            throw new SQLException("a chunk is gone", null, SQLiteErrorCode.SQLITE_CORRUPT.code);
          }
          digest.update(bytes);
          write(out, bytes);
        }
      }
    }
  }

  private static void write(OutputStream out, byte[] bytes) {
    try {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
