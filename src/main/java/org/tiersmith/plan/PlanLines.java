package org.tiersmith.plan;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tiersmith.model.ScoredPairs;
import org.tiersmith.strategy.Economics;
import org.tiersmith.strategy.Portfolio;
import org.tiersmith.strategy.Scenario;

/** Makes the lines of {@code plan.csv}; thread-safe. */
final class PlanLines {
  private static final int MONEY_DIGITS = 2;
  private static final int PROFIT_DIGITS = 4;
  private static final int PROBABILITY_DIGITS = 6;

  private final List<String> customerIds;
  private final List<String> productIds;
  private final int[] customer;
  private final int[] product;
  private final Portfolio portfolio;
  private final Economics economics;
  private final FrozenRows rows;
  private final byte[][] segments;
  private final VerdictCells[] verdicts;

  PlanLines(ScoredPairs pairs, Portfolio portfolio, Scenario scenario, FrozenRows rows) {
    customerIds = pairs.customerIds();
    productIds = pairs.productIds();
    customer = pairs.customer();
    product = pairs.product();
    this.portfolio = portfolio;
    this.economics = new Economics(portfolio, scenario);
    this.rows = rows;
    segments =
        portfolio.segmentNames().stream()
            .map(name -> ("," + CsvText.cell(name) + ",").getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    verdicts =
        rows.verdicts().stream()
            .map(verdict -> new VerdictCells(verdict, scenario.tiers()))
            .toArray(VerdictCells[]::new);
  }

  /** Puts the lines of the rows from {@code from} to before {@code to}. */
  void put(int from, int to, CsvBytes out) {
    for (int i = from; i < to; i++) {
      put(i, out);
    }
  }

  private void put(int i, CsvBytes out) {
    VerdictCells verdict = verdicts[rows.verdict(i)];
    out.text(customerIds.get(customer[i]));
    out.raw(',');
    out.text(productIds.get(product[i]));
    out.raw(segments[portfolio.segment()[i]]);
    out.number(portfolio.p0()[i], PROBABILITY_DIGITS);
    out.raw(',');
    putPrices(portfolio.listPrice()[i], verdict, out);
    out.raw(verdict.label);
    out.number(economics.probability(i, verdict.tier), PROBABILITY_DIGITS);
    out.raw(',');
    out.number(economics.profit(i, verdict.tier), PROFIT_DIGITS);
    out.raw(verdict.reason);
  }

  private static void putPrices(double price, VerdictCells verdict, CsvBytes out) {
    long cents = Decimals.units(price, MONEY_DIGITS);
    if (cents == Decimals.BEYOND) {
      BigDecimal listPrice = Decimals.exact(price, MONEY_DIGITS);
      out.text(listPrice.toPlainString());
      out.raw(',');
      out.raw(verdict.discount);
      out.text(verdict.share.of(listPrice, MONEY_DIGITS).toPlainString());
    } else {
      out.fixed(cents, MONEY_DIGITS);
      out.raw(',');
      out.raw(verdict.discount);
      out.fixed(verdict.share.of(cents), MONEY_DIGITS);
    }
  }
}
