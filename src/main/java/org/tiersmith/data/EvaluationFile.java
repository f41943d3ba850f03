package org.tiersmith.data;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.tiersmith.model.Evaluation;
import org.tiersmith.model.Split;
import org.tiersmith.task.JobContext;

/**
 * An evaluation as Parquet: customer_id, product_id, split, p, p0, k, discount, purchased,
 * list_price, unit_cost.
 */
public final class EvaluationFile {
  private static final String COLUMNS =
      "'n': 'BIGINT', 'customer_id': 'VARCHAR', 'product_id': 'VARCHAR', 'split': 'VARCHAR', 'p':"
          + " 'DOUBLE', 'p0': 'DOUBLE', 'k': 'DOUBLE', 'discount': 'DOUBLE', 'purchased':"
          + " 'BOOLEAN', 'list_price': 'DOUBLE', 'unit_cost': 'DOUBLE'";

  private static final Split[] SPLITS = Split.values();

  private EvaluationFile() {}

  /** Writes the examples in their order. */
  public static void write(Evaluation evaluation, Path file) {
    Path staged = file.resolveSibling(file.getFileName() + ".staged");
    try (Duck duck = Duck.open(JobContext.detached())) {
      stage(evaluation, staged);
      duck.run(
          "COPY (SELECT * EXCLUDE (n) FROM "
              + Staging.scan(staged, COLUMNS)
              + " ORDER BY n) TO "
              + Duck.text(file)
              + " (FORMAT parquet, COMPRESSION zstd)");
      Files.delete(staged);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stage(Evaluation evaluation, Path staged) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(staged)) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < evaluation.size(); i++) {
        line.setLength(0);
        line.append(i);
        field(line, Staging.safe(evaluation.customerIds().get(evaluation.customer()[i])));
        field(line, Staging.safe(evaluation.productIds().get(evaluation.product()[i])));
        field(line, name(SPLITS[evaluation.split()[i]]));
        number(line, evaluation.p()[i]);
        number(line, evaluation.p0()[i]);
        number(line, evaluation.k()[i]);
        number(line, evaluation.discount()[i]);
        field(line, evaluation.purchased()[i] ? "true" : "false");
        number(line, evaluation.listPrice()[i]);
        number(line, evaluation.unitCost()[i]);
        out.append(line.append('\n'));
      }
    }
  }

  private static void field(StringBuilder line, String value) {
    line.append(Staging.FIELD).append(value);
  }

  private static void number(StringBuilder line, double value) {
    line.append(Staging.FIELD);
    if (!Double.isNaN(value)) {
      line.append(value);
    }
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
