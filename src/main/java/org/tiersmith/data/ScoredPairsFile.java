package org.tiersmith.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.tiersmith.model.ScoredPairs;
import org.tiersmith.task.JobContext;

/**
 * Scored pairs as Parquet: customer_id, product_id, p0, k, list_price, unit_cost and, where the
 * model has vectors, similarity.
 */
public final class ScoredPairsFile {
  private static final String SIMILARITY = "similarity";

  private ScoredPairsFile() {}

  /** Writes the pairs in their order. */
  public static void write(ScoredPairs pairs, Path file) {
    boolean similarity = pairs.hasSimilarity();
    String columns = "p0 DOUBLE, k DOUBLE, list_price DOUBLE, unit_cost DOUBLE";
    try (PairRowsWriter out =
        new PairRowsWriter(
            file,
            pairs.customerIds(),
            pairs.productIds(),
            Map.of(),
            similarity ? columns + ", " + SIMILARITY + " FLOAT" : columns,
            JobContext.detached())) {
      for (int i = 0; i < pairs.size(); i++) {
        DuckDBAppender row = out.begin(pairs.customer()[i], pairs.product()[i]);
        row.append(pairs.p0()[i]);
        row.append(pairs.k()[i]);
        PairRowsWriter.number(row, pairs.listPrice()[i]);
        PairRowsWriter.number(row, pairs.unitCost()[i]);
        if (similarity) {
          row.append(pairs.similarity()[i]);
        }
        row.endRow();
      }
      out.finish();
    } catch (SQLException e) {
      throw new DuckException("append scored pairs", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads what {@link #write} wrote, also before there was a similarity. */
  public static ScoredPairs read(Path file) {
    try (Duck duck = Duck.open(JobContext.detached())) {
      duck.run(
          "CREATE TABLE pairs AS SELECT * FROM read_parquet("
              + Duck.text(file)
              + ", file_row_number = true)");
      List<String> customers = Indexed.ids(duck, "pairs", "customer_id");
      List<String> products = Indexed.ids(duck, "pairs", "product_id");
      int n = (int) duck.whole("SELECT count(*) FROM pairs");
      ScoredPairs pairs =
          new ScoredPairs(
              customers,
              products,
              new int[n],
              new int[n],
              new double[n],
              new double[n],
              new double[n],
              new double[n],
              new float[hasSimilarity(duck) ? n : 0]);
      fill(duck, pairs);
      return pairs;
    }
  }

  private static boolean hasSimilarity(Duck duck) {
    return duck.list("SELECT column_name FROM (DESCRIBE pairs)", row -> row.words(0))
        .contains(SIMILARITY);
  }

  private static void fill(Duck duck, ScoredPairs pairs) {
    int[] at = {0};
    String last = pairs.hasSimilarity() ? SIMILARITY : "NULL";
    duck.each(
        "SELECT c.i, p.i, p0, k, list_price, unit_cost, "
            + last
            + " FROM pairs"
            + Indexed.join("pairs", "customer_id", "c")
            + Indexed.join("pairs", "product_id", "p")
            + " ORDER BY file_row_number",
        row -> {
          int i = at[0]++;
          pairs.customer()[i] = (int) row.whole(0);
          pairs.product()[i] = (int) row.whole(1);
          pairs.p0()[i] = row.number(2);
          pairs.k()[i] = row.number(3);
          pairs.listPrice()[i] = row.number(4);
          pairs.unitCost()[i] = row.number(5);
          if (pairs.hasSimilarity()) {
            pairs.similarity()[i] = (float) row.number(6);
          }
        });
  }
}
