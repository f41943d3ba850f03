package org.tiersmith.project;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of numbers that scorings have made which are not finished, in blocks. They go when pairs of
 * their run are scored to the end ({@link Scores#add}), or when the run goes.
 */
public final class UnfinishedRows {
  private final Database database;

  UnfinishedRows(Database database) {
    this.database = database;
  }

  /**
   * A block.
   *
   * @param first place of its first row
   * @param count rows in it
   * @param values row by row
   */
  public record Block(long first, int count, float[] values) {}

  /**
   * The blocks that follow each other without a gap from the first row on.
   *
   * @param source what they are made from, as {@link #append} was told
   */
  public List<Block> read(long run, String source, String name) {
    List<Block> all =
        database.read(
            c ->
                Sql.query(
                    c,
                    UnfinishedRows::block,
                    "SELECT * FROM unfinished_rows WHERE run_id = ? AND source = ? AND name = ?"
                        + " ORDER BY first",
                    run,
                    source,
                    name));
    List<Block> joined = new ArrayList<>();
    long next = 0;
    for (Block block : all) {
      if (block.first() == next) {
        joined.add(block);
        next += block.count();
      }
    }
    return joined;
  }

  /** Adds a block; it outlives the process from the return on. */
  public void append(long run, String source, String name, Block block) {
    ByteBuffer bytes = ByteBuffer.allocate(block.values().length * Float.BYTES);
    bytes.asFloatBuffer().put(block.values());
    database.changeFast(
        c ->
            Sql.update(
                c,
                "INSERT OR REPLACE INTO unfinished_rows VALUES(?, ?, ?, ?, ?, ?)",
                run,
                source,
                name,
                block.first(),
                block.count(),
                bytes.array()));
  }

  /** Takes away what was made from anything else than this: nothing goes on from it. */
  public void keepOnly(long run, String source) {
    database.change(
        c ->
            Sql.update(
                c, "DELETE FROM unfinished_rows WHERE run_id = ? AND source <> ?", run, source));
  }

  static void drop(Connection connection, long run) throws SQLException {
    Sql.update(connection, "DELETE FROM unfinished_rows WHERE run_id = ?", run);
  }

  private static Block block(ResultSet row) throws SQLException {
    byte[] bytes = row.getBytes("bytes");
    float[] values = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    return new Block(row.getLong("first"), row.getInt("count"), values);
  }
}
