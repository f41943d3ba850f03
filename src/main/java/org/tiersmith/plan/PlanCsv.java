package org.tiersmith.plan;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.tiersmith.model.Problem;
import org.tiersmith.model.ScoredPairs;
import org.tiersmith.strategy.BoundBy;
import org.tiersmith.strategy.Portfolio;
import org.tiersmith.strategy.Scenario;

/**
 * The plan as a file: UTF-8 without a mark, RFC 4180 with CRLF line ends, one row a pair in the
 * order of the scored pairs.
 *
 * <p>Cells of text never start a formula ({@link CsvText}). Numbers stay plain for machines, with
 * '.' as decimal sign, a half rounded away from 0 ({@link Decimals}); {@code expected_profit} alone
 * can be negative, and a minus before digits only is a number to every spreadsheet.
 *
 * <ul>
 *   <li>{@code purchase_probability}: p0, at list price, 6 digits
 *   <li>{@code list_price}: 2 digits; {@code final_price} is this rounded price times {@code (1 -
 *       discount_rate)}, in exact decimals, rounded the same way
 *   <li>{@code discount_rate}: share of the list price, for example 0.15
 *   <li>{@code tier}: the same for people, for example {@code 15%}
 *   <li>{@code bound_by}: {@link BoundBy#code()}
 *   <li>{@code expected_units}: p(d), 6 digits; {@code expected_profit}: {@code p(d) (P (1 - d) -
 *       c)}, 4 digits, empty when the cost is unknown; both from unrounded prices
 *   <li>{@code reason}: one English sentence
 * </ul>
 */
public final class PlanCsv {
  /** The first line, without its line end. */
  public static final String HEADER =
      "customer_id,product_id,segment,purchase_probability,list_price,discount_rate,final_price,"
          + "tier,bound_by,expected_units,expected_profit,reason";

  private final int rows;
  private final PlanLines lines;

  /**
   * @param portfolio of these pairs
   * @param scenario that decided
   * @param rows what it decided for these pairs
   */
  public PlanCsv(ScoredPairs pairs, Portfolio portfolio, Scenario scenario, FrozenRows rows) {
    if (pairs.size() != rows.size() || portfolio.size() != rows.size()) {
      throw new IllegalArgumentException("pairs, portfolio and decisions of unequal length");
    }
    this.rows = rows.size();
    this.lines = new PlanLines(pairs, portfolio, scenario, rows);
  }

  /**
   * Writes the file; one that is already there is replaced when the new one is whole.
   *
   * @param cancelled asked now and then; true stops with {@link CancellationException}
   * @param progress receives the share written, in [0, 1]
   * @throws Problem when the file cannot be written; what was there stays
   */
  public void write(Path file, BooleanSupplier cancelled, DoubleConsumer progress) {
    PlanFile.write(file, out -> writeTo(out, cancelled, progress));
  }

  /** Writes header and rows; otherwise as {@link #write}. */
  void writeTo(OutputStream out, BooleanSupplier cancelled, DoubleConsumer progress)
      throws IOException {
    out.write((HEADER + "\r\n").getBytes(StandardCharsets.UTF_8));
    new OrderedBlocks(rows, lines::put).writeTo(out, cancelled, progress);
  }
}
