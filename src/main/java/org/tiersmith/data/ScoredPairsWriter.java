package org.tiersmith.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.tiersmith.task.JobContext;

/**
 * Writes scored pairs as they come, to the file that {@link ScoredPairsFile} reads. They lie in a
 * database beside the file meanwhile, so that any number of them fits.
 */
public final class ScoredPairsWriter implements AutoCloseable {
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
   * @param listPrice per product
   * @param unitCost per product; NaN where unknown
   */
  public ScoredPairsWriter(
      Path file,
      List<String> customerIds,
      List<String> productIds,
      double[] listPrice,
      double[] unitCost,
      JobContext context) {
    this.file = file;
    this.scratch = file.resolveSibling(file.getFileName() + ".duckdb");
    this.duck = Duck.open(context);
    duck.run("ATTACH " + Duck.text(scratch) + " AS scratch");
    duck.run("CREATE TABLE customers(i INTEGER, customer_id VARCHAR)");
    duck.run("CREATE TABLE products(i INTEGER, product_id VARCHAR, price DOUBLE, cost DOUBLE)");
    duck.run(
        "CREATE TABLE scratch.pairs(n BIGINT, c INTEGER, p INTEGER, p0 DOUBLE, k DOUBLE, similarity"
            + " FLOAT)");
    fill(customerIds, productIds, listPrice, unitCost);
    duck.run("USE scratch");
    appender = duck.appender("main", "pairs");
  }

  private void fill(
      List<String> customerIds, List<String> productIds, double[] listPrice, double[] unitCost) {
    try (DuckDBAppender customers = duck.appender("main", "customers");
        DuckDBAppender products = duck.appender("main", "products")) {
      for (int i = 0; i < customerIds.size(); i++) {
        customers.beginRow();
        customers.append(i);
        customers.append(customerIds.get(i));
        customers.endRow();
      }
      for (int i = 0; i < productIds.size(); i++) {
        products.beginRow();
        products.append(i);
        products.append(productIds.get(i));
        products.append(listPrice[i]);
        if (Double.isNaN(unitCost[i])) {
          products.appendNull();
        } else {
          products.append(unitCost[i]);
        }
        products.endRow();
      }
    } catch (SQLException e) {
      throw new DuckException("append ids", e);
    }
  }

  /** Adds a pair. */
  public void add(int customer, int product, double p0, double k, float similarity) {
    try {
      appender.beginRow();
      appender.append(rows++);
      appender.append(customer);
      appender.append(product);
      appender.append(p0);
      appender.append(k);
      appender.append(similarity);
      appender.endRow();
    } catch (SQLException e) {
      throw new DuckException("append a pair", e);
    }
  }

  /** Pairs added so far. */
  public long rows() {
    return rows;
  }

  /** Writes the file. */
  public void finish() {
    try {
      appender.close();
    } catch (SQLException e) {
      throw new DuckException("append pairs", e);
    }
    duck.run(
        "COPY (SELECT customer_id, product_id, p0, k, price AS list_price, cost AS unit_cost,"
            + " similarity FROM scratch.pairs JOIN memory.customers AS c ON c.i = pairs.c JOIN"
            + " memory.products AS p ON p.i = pairs.p ORDER BY n) TO "
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
