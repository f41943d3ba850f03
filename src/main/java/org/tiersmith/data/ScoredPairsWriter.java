package org.tiersmith.data;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.tiersmith.task.JobContext;

/** Writes scored pairs as they come, to the file that {@link ScoredPairsFile} reads. */
public final class ScoredPairsWriter implements AutoCloseable {
  private final PairRowsWriter out;

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
    Map<String, double[]> ofProducts = new LinkedHashMap<>();
    ofProducts.put("list_price", listPrice);
    ofProducts.put("unit_cost", unitCost);
    out =
        new PairRowsWriter(
            file,
            customerIds,
            productIds,
            ofProducts,
            "p0 DOUBLE, k DOUBLE, similarity FLOAT",
            context);
  }

  /** Adds a pair. */
  public void add(int customer, int product, double p0, double k, float similarity) {
    try {
      DuckDBAppender row = out.begin(customer, product);
      row.append(p0);
      row.append(k);
      row.append(similarity);
      row.endRow();
    } catch (SQLException e) {
      throw new DuckException("append a pair", e);
    }
  }

  /** Pairs added so far. */
  public long rows() {
    return out.rows();
  }

  /** Writes the file. */
  public void finish() {
    out.finish("p0, k, list_price, unit_cost, similarity");
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
