package org.tiersmith.data;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tiersmith.model.ScoredPairs;
import org.tiersmith.task.JobContext;

/**
 * Scored pairs as Parquet: customer_id, product_id, p0, k, list_price, unit_cost and, where the
 * model has vectors, similarity.
 */
public final class ScoredPairsFile {
  private static final String COLUMNS =
      "'n': 'BIGINT', 'customer_id': 'VARCHAR', 'product_id': 'VARCHAR', 'p0': 'DOUBLE', 'k':"
          + " 'DOUBLE', 'list_price': 'DOUBLE', 'unit_cost': 'DOUBLE'";
  private static final String SIMILARITY = "similarity";

  private ScoredPairsFile() {}

  /** Writes the pairs in their order. */
  public static void write(ScoredPairs pairs, Path file) {
    Path staged = file.resolveSibling(file.getFileName() + ".staged");
    try (Duck duck = Duck.open(JobContext.detached())) {
      stage(pairs, staged);
      duck.run(
          "COPY (SELECT * EXCLUDE (n) FROM "
              + Staging.scan(staged, columns(pairs))
              + " ORDER BY n) TO "
              + Duck.text(file)
              + " (FORMAT parquet, COMPRESSION zstd)");
      Files.delete(staged);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String columns(ScoredPairs pairs) {
    return pairs.hasSimilarity() ? COLUMNS + ", '" + SIMILARITY + "': 'FLOAT'" : COLUMNS;
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

  private static void stage(ScoredPairs pairs, Path staged) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(staged)) {
      for (int i = 0; i < pairs.size(); i++) {
        out.write(Integer.toString(i));
        field(out, Staging.safe(pairs.customerIds().get(pairs.customer()[i])));
        field(out, Staging.safe(pairs.productIds().get(pairs.product()[i])));
        field(out, number(pairs.p0()[i]));
        field(out, number(pairs.k()[i]));
        field(out, number(pairs.listPrice()[i]));
        field(out, number(pairs.unitCost()[i]));
        if (pairs.hasSimilarity()) {
          field(out, Float.toString(pairs.similarity()[i]));
        }
        out.write('\n');
      }
    }
  }

  private static void field(BufferedWriter out, String value) throws IOException {
    out.write(Staging.FIELD);
    out.write(value);
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value);
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
