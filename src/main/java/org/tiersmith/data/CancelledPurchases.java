package org.tiersmith.data;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.duckdb.DuckDBAppender;

/**
 * Finds the purchases that a later row cancels: of the same customer, product and quantity, the
 * nearest earlier one that no other cancellation took. Purchases and cancellations of a group in
 * the order of time match as brackets do. A cancellation that is itself imported cancels by its own
 * negative quantity.
 */
final class CancelledPurchases {
  private static final String GROUP = "customer_id, product_id, abs(quantity)";

  private final Duck duck;
  private final Verdict verdict;
  private final boolean cancels;

  CancelledPurchases(Duck duck, Verdict verdict, boolean cancels) {
    this.duck = duck;
    this.verdict = verdict;
    this.cancels = cancels;
  }

  void find() {
    if (!cancels) {
      return;
    }
    String cancelled =
        String.format(
            "((%s & %d) <> 0 AND NOT %s)",
            RowRules.MET, RowRules.bit(ImportRule.CANCELLATION), verdict.good());
    duck.run("CREATE TABLE matched(" + Staging.LINE + " BIGINT)");
    match(
        String.format(
            "SELECT %1$s, %2$s AS cancels, hash(%3$s) FROM events WHERE \"timestamp\" IS NOT NULL"
                + " AND hash(%3$s) IN (SELECT hash(%3$s) FROM events WHERE %2$s AND customer_id IS"
                + " NOT NULL AND quantity IS NOT NULL) AND (%2$s OR (type = 'purchase' AND quantity"
                + " > 0 AND %4$s)) ORDER BY %3$s, \"timestamp\", cancels, %1$s",
            Staging.LINE, cancelled, GROUP, verdict.good()));
    verdict.add(
        ImportRule.CANCELLED_PURCHASE, "FROM matched", "'The purchase was cancelled later.'");
    duck.run("DROP TABLE matched");
  }

  private void match(String rows) {
    Deque<Long> open = new ArrayDeque<>();
    long[] group = {0};
    try (DuckDBAppender matched = duck.appender("main", "matched")) {
      duck.each(
          rows,
          row -> {
            if (row.whole(2) != group[0]) {
              group[0] = row.whole(2);
              open.clear();
            }
            if (!row.flag(1)) {
              open.push(row.whole(0));
            } else if (!open.isEmpty()) {
              append(matched, open.pop());
            }
          });
    } catch (SQLException e) {
      throw new DuckException("matched", e);
    }
  }

  private static void append(DuckDBAppender matched, long line) {
    try {
      matched.beginRow();
      matched.append(line);
      matched.endRow();
    } catch (SQLException e) {
      throw new DuckException("matched", e);
    }
  }
}
