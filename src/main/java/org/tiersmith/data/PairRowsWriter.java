package org.tiersmith.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.tiersmith.task.JobContext;

/**
 * Writes rows about customers and products to Parquet as they come. They lie in a database beside
 * the file meanwhile, with indices in place of ids, so that any number of them fits.
 */
final class PairRowsWriter implements AutoCloseable {
  private final Path file;
  private final Path scratch;
  private final Duck duck;
  private final DuckDBAppender appender;
  private long rows;

  /**
   * Opens a writer.
   *
   * @param file what to write
   * @param customerIds what customers' indices stand for
   * @param productIds what products' indices stand for
   * @param ofProducts numbers that every row of a product has, by column
   * @param columns names and types of what each row has of its own, as in SQL
   */
  PairRowsWriter(
      Path file,
      List<String> customerIds,
      List<String> productIds,
      Map<String, double[]> ofProducts,
      String columns,
      JobContext context) {
    this.file = file;
    this.scratch = file.resolveSibling(file.getFileName() + ".duckdb");
    this.duck = Duck.open(context);
    duck.run("ATTACH " + Duck.text(scratch) + " AS scratch");
    ids("customers", "customer_id", customerIds, Map.of());
    ids("products", "product_id", productIds, ofProducts);
    duck.run(
        "CREATE TABLE scratch.pairs(row_n BIGINT, customer_i INTEGER, product_i INTEGER, "
            + columns
            + ")");
    duck.run("USE scratch");
    appender = duck.appender("main", "pairs");
  }

  private void ids(String table, String id, List<String> ids, Map<String, double[]> numbers) {
    StringBuilder columns = new StringBuilder("i INTEGER, " + id + " VARCHAR");
    numbers.keySet().forEach(name -> columns.append(", ").append(name).append(" DOUBLE"));
    duck.run("CREATE TABLE " + table + "(" + columns + ")");
    try (DuckDBAppender to = duck.appender("main", table)) {
      for (int i = 0; i < ids.size(); i++) {
        to.beginRow();
        to.append(i);
        to.append(ids.get(i));
        for (double[] values : numbers.values()) {
          number(to, values[i]);
        }
        to.endRow();
      }
    } catch (SQLException e) {
      throw new DuckException("append ids", e);
    }
  }

  /** Begins a row; what it has of its own is appended in the columns' order, then it is ended. */
  DuckDBAppender begin(int customer, int product) throws SQLException {
    appender.beginRow();
    appender.append(rows++);
    appender.append(customer);
    appender.append(product);
    return appender;
  }

  /** Appends a number that is missing where it is NaN. */
  static void number(DuckDBAppender to, double value) throws SQLException {
    if (Double.isNaN(value)) {
      to.appendNull();
    } else {
      to.append(value);
    }
  }

  /** Rows begun so far. */
  long rows() {
    return rows;
  }

  /** Writes the file: the two ids, then what each row has of its own. */
  void finish() {
    finish("r.* EXCLUDE (row_n, customer_i, product_i)");
  }

  /**
   * Writes the file: the two ids, then these columns.
   *
   * @param columns as in SQL
   */
  void finish(String columns) {
    try {
      appender.close();
    } catch (SQLException e) {
      throw new DuckException("append rows", e);
    }
    duck.run(
        "COPY (SELECT customer_id, product_id, "
            + columns
            + " FROM scratch.pairs AS r JOIN memory.customers AS c ON c.i = r.customer_i JOIN"
            + " memory.products AS p ON p.i = r.product_i ORDER BY row_n) TO "
            + Duck.text(file)
            + " (FORMAT parquet, COMPRESSION zstd)");
  }

  @Override
  public void close() throws IOException {
    duck.close();
    Files.deleteIfExists(scratch);
    Files.deleteIfExists(scratch.resolveSibling(scratch.getFileName() + ".wal"));
  }
}
