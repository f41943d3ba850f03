package org.tiersmith.plan;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.tiersmith.model.DiscountRate;
import org.tiersmith.model.Problem;
import org.tiersmith.model.ScoredPairs;
import org.tiersmith.model.Text;
import org.tiersmith.strategy.BoundBy;
import org.tiersmith.strategy.Decisions;
import org.tiersmith.strategy.Economics;
import org.tiersmith.strategy.Portfolio;
import org.tiersmith.strategy.Reasons;
import org.tiersmith.strategy.Scenario;

/**
 * The plan as a file: UTF-8 without a mark, RFC 4180 with CRLF line ends, one row a pair in the
 * order of the scored pairs.
 *
 * <p>Cells of text never start a formula ({@link CsvRow#text}). Numbers stay plain for machines,
 * with '.' as decimal sign; {@code expected_profit} alone can be negative, and a minus before
 * digits only is a number to every spreadsheet.
 *
 * <ul>
 *   <li>{@code purchase_probability}: p0, at list price, 6 digits
 *   <li>{@code list_price}: rounded half up to 2 digits; {@code final_price} is this times {@code
 *       (1 - discount_rate)}, in exact decimals, rounded the same way
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

  private static final int CHECK_MASK = (1 << 14) - 1;
  private static final int MONEY_DIGITS = 2;
  private static final int PROFIT_DIGITS = 4;
  private static final int PROBABILITY_DIGITS = 6;

  private final ScoredPairs pairs;
  private final Portfolio portfolio;
  private final Decisions decisions;
  private final Economics economics;
  private final BigDecimal[] rates;
  private final BigDecimal[] shares;
  private final String[] labels;
  private final String[][][] reasons;

  /**
   * @param portfolio of these pairs
   * @param decisions of this scenario over this portfolio
   */
  public PlanCsv(ScoredPairs pairs, Portfolio portfolio, Scenario scenario, Decisions decisions) {
    if (pairs.size() != decisions.size() || portfolio.size() != decisions.size()) {
      throw new IllegalArgumentException("pairs, portfolio and decisions of unequal length");
    }
    this.pairs = pairs;
    this.portfolio = portfolio;
    this.decisions = decisions;
    this.economics = new Economics(portfolio, scenario);
    this.rates = scenario.tiers().rates().stream().map(PlanCsv::decimal).toArray(BigDecimal[]::new);
    this.shares = Arrays.stream(rates).map(BigDecimal.ONE::subtract).toArray(BigDecimal[]::new);
    this.labels = scenario.tiers().rates().stream().map(Reasons::label).toArray(String[]::new);
    this.reasons = reasons(scenario);
  }

  /** How many rows follow the header. */
  public int rows() {
    return decisions.size();
  }

  /**
   * Writes the file; one that is already there is replaced when the new one is whole.
   *
   * @param cancelled asked now and then; true stops with {@link CancellationException}
   * @param progress receives the share written, in [0, 1]
   * @throws Problem when the file cannot be written; what was there stays
   */
  public void write(Path file, BooleanSupplier cancelled, DoubleConsumer progress) {
    checkPlace(file);
    try {
      AtomicFile.write(file, out -> writeTo(out, cancelled, progress));
    } catch (IOException e) {
      throw new Problem(
          Text.of(
              "plan.not-written",
              "The plan could not be written to {0} ({1}). Nothing there was changed. Check that"
                  + " the folder may be written to and has room, or choose another.",
              file.toString(),
              cause(e)),
          e);
    }
  }

  /** Writes header and rows; otherwise as {@link #write}. */
  public void writeTo(Appendable out, BooleanSupplier cancelled, DoubleConsumer progress)
      throws IOException {
    out.append(HEADER).append("\r\n");
    CsvRow row = new CsvRow();
    int rows = decisions.size();
    for (int i = 0; i < rows; i++) {
      if ((i & CHECK_MASK) == 0) {
        if (cancelled.getAsBoolean()) {
          throw new CancellationException();
        }
        progress.accept((double) i / rows);
      }
      fill(row, i);
      row.endTo(out);
    }
    progress.accept(1);
  }

  private void fill(CsvRow row, int i) {
    int tier = decisions.tier()[i];
    BigDecimal listPrice = CsvRow.plain(BigDecimal.valueOf(portfolio.listPrice()[i]), MONEY_DIGITS);
    row.text(pairs.customerIds().get(pairs.customer()[i]))
        .text(pairs.productIds().get(pairs.product()[i]))
        .text(portfolio.segmentNames().get(portfolio.segment()[i]))
        .number(portfolio.p0()[i], PROBABILITY_DIGITS)
        .number(listPrice)
        .number(rates[tier])
        .number(CsvRow.plain(listPrice.multiply(shares[tier]), MONEY_DIGITS))
        .text(labels[tier])
        .text(BoundBy.of(decisions.boundBy()[i]).code())
        .number(economics.probability(i, tier), PROBABILITY_DIGITS)
        .number(economics.profit(i, tier), PROFIT_DIGITS)
        .text(reasons[decisions.boundBy()[i]][decisions.asked()[i]][tier]);
  }

  private static BigDecimal decimal(DiscountRate rate) {
    return rate.value() == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(rate.value()).stripTrailingZeros();
  }

  /** Every sentence that can occur: by what bound, tier asked and tier granted. */
  private static String[][][] reasons(Scenario scenario) {
    int tiers = scenario.tiers().size();
    String[][][] reasons = new String[BoundBy.values().length][tiers][tiers];
    for (BoundBy boundBy : BoundBy.values()) {
      for (int asked = 0; asked < tiers; asked++) {
        for (int granted = 0; granted < tiers; granted++) {
          reasons[boundBy.index()][asked][granted] =
              Reasons.of(scenario, asked, granted, boundBy).english();
        }
      }
    }
    return reasons;
  }

  /**
   * Refuses places that no plan can be written to.
   *
   * @throws Problem for a folder, what is no ordinary file, and files in folders that aren't there
   */
  public static void checkPlace(Path file) {
    if (Files.isDirectory(file)) {
      throw Problem.of(
          "plan.is-folder",
          "{0} is a folder. Name the file to write the plan to. Nothing was written.",
          file.toString());
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw Problem.of(
          "plan.no-file",
          "{0} is not an ordinary file, so it cannot be replaced. Name another file for the plan."
              + " Nothing was written.",
          file.toString());
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw Problem.of(
          "plan.no-folder",
          "There is no folder {0} to write the plan to. Make it, or choose another.",
          String.valueOf(folder));
    }
  }

  /** The kind of failure in words, since some messages of the system are only a path. */
  private static String cause(IOException e) {
    return e instanceof AccessDeniedException ? "access denied" : String.valueOf(e.getMessage());
  }
}
