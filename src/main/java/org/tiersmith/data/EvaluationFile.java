package org.tiersmith.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.tiersmith.model.Evaluation;
import org.tiersmith.model.Split;
import org.tiersmith.task.JobContext;

/**
 * An evaluation as Parquet: customer_id, product_id, split, p, p0, k, discount, purchased,
 * list_price, unit_cost.
 */
public final class EvaluationFile {
  private static final String COLUMNS =
      "split VARCHAR, p DOUBLE, p0 DOUBLE, k DOUBLE, discount DOUBLE, purchased BOOLEAN, list_price"
          + " DOUBLE, unit_cost DOUBLE";

  private static final Split[] SPLITS = Split.values();

  private EvaluationFile() {}

  /** Writes the examples in their order. */
  public static void write(Evaluation evaluation, Path file) {
    try (PairRowsWriter out =
        new PairRowsWriter(
            file,
            evaluation.customerIds(),
            evaluation.productIds(),
            Map.of(),
            COLUMNS,
            JobContext.detached())) {
      for (int i = 0; i < evaluation.size(); i++) {
        append(evaluation, i, out.begin(evaluation.customer()[i], evaluation.product()[i]));
      }
      out.finish();
    } catch (SQLException e) {
      throw new DuckException("append an evaluation", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void append(Evaluation evaluation, int i, DuckDBAppender row) throws SQLException {
    row.append(name(SPLITS[evaluation.split()[i]]));
    PairRowsWriter.number(row, evaluation.p()[i]);
    PairRowsWriter.number(row, evaluation.p0()[i]);
    PairRowsWriter.number(row, evaluation.k()[i]);
    PairRowsWriter.number(row, evaluation.discount()[i]);
    row.append(evaluation.purchased()[i]);
    PairRowsWriter.number(row, evaluation.listPrice()[i]);
    PairRowsWriter.number(row, evaluation.unitCost()[i]);
    row.endRow();
  }

  /** Reads what {@link #write} wrote. */
  public static Evaluation read(Path file, JobContext context) {
    try (Duck duck = Duck.open(context)) {
      duck.run(
          "CREATE TABLE examples AS SELECT * FROM read_parquet("
              + Duck.text(file)
              + ", file_row_number = true)");
      Evaluation evaluation =
          Evaluation.empty(
              Indexed.ids(duck, "examples", "customer_id"),
              Indexed.ids(duck, "examples", "product_id"),
              (int) duck.whole("SELECT count(*) FROM examples"));
      int[] at = {0};
      duck.each(
          "SELECT who.i, what.i, CASE split WHEN 'train' THEN 0 WHEN 'validation' THEN 1 ELSE 2"
              + " END, p, p0, k, discount, purchased, list_price, unit_cost FROM examples"
              + Indexed.join("examples", "customer_id", "who")
              + Indexed.join("examples", "product_id", "what")
              + " ORDER BY file_row_number",
          row -> fill(evaluation, at[0]++, row));
      return evaluation;
    }
  }

  private static void fill(Evaluation evaluation, int i, Row row) {
    evaluation.customer()[i] = (int) row.whole(0);
    evaluation.product()[i] = (int) row.whole(1);
    evaluation.split()[i] = (byte) row.whole(2);
    evaluation.p()[i] = row.number(3);
    evaluation.p0()[i] = row.number(4);
    evaluation.k()[i] = row.number(5);
    evaluation.discount()[i] = row.number(6);
    evaluation.purchased()[i] = row.flag(7);
    evaluation.listPrice()[i] = row.number(8);
    evaluation.unitCost()[i] = row.number(9);
  }

  /** A split as files call it. */
  static String name(Split split) {
    return split.name().toLowerCase(Locale.ROOT);
  }

  /** The split that files call so. */
  static Split split(String name) {
    return Split.valueOf(name.toUpperCase(Locale.ROOT));
  }
}
