package org.tiersmith.profile;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.tiersmith.data.DaySpan;
import org.tiersmith.data.Duck;
import org.tiersmith.data.PurchaseSql;
import org.tiersmith.data.Tables;

/**
 * What was bought until a day: {@code person} (ix, customer_id, first_day) and {@code spent} (ix,
 * day, paid, listed), a row for each customer and day with a purchase, up to the last of {@link
 * DaySpan}.
 */
final class PastPurchases {
  /** Revenue and mean discount over rows of {@code spent}. */
  static final String FIGURES =
      "sum(paid), CASE WHEN sum(listed) > 0 THEN 1 - sum(paid) / sum(listed) END";

  private final Duck duck;

  PastPurchases(Duck duck, Tables tables) {
    this.duck = duck;
    duck.run(
        "CREATE TABLE person AS SELECT (row_number() OVER (ORDER BY customer_id))::INTEGER AS ix,"
            + " customer_id, first_day FROM "
            + Duck.parquet(tables.customers())
            + " LEFT JOIN (SELECT customer_id, min(\"timestamp\")::DATE AS first_day FROM "
            + Duck.parquet(tables.events())
            + " GROUP BY 1) USING (customer_id)");
    duck.run(
        "CREATE TABLE spent AS SELECT ix, \"timestamp\"::DATE AS day, sum("
            + PurchaseSql.PAID
            + ") AS paid, sum("
            + PurchaseSql.LISTED
            + ") AS listed FROM "
            + PurchaseSql.events(tables)
            + " JOIN person USING (customer_id) WHERE "
            + PurchaseSql.IS_PURCHASE
            + " AND "
            + DaySpan.of(duck, tables).reached("\"timestamp\"")
            + " GROUP BY 1, 2");
  }

  /** The months up to that of the last purchase, oldest first; none where nothing was bought. */
  List<YearMonth> lastMonths(int most) {
    String day = "SELECT strftime(%s(day), '%%Y-%%m') FROM spent";
    String first = text(String.format(day, "min"));
    String last = text(String.format(day, "max"));
    if (last.isEmpty()) {
      return List.of();
    }
    YearMonth end = YearMonth.parse(last);
    return IntStream.rangeClosed(1 - most, 0)
        .mapToObj(end::plusMonths)
        .filter(month -> !month.isBefore(YearMonth.parse(first)))
        .toList();
  }

  private String text(String sql) {
    return duck.list(sql, row -> row.words(0)).getFirst();
  }

  /**
   * Makes a table (ix, cell, seen) of the RFM cells as they were at the end of a day.
   *
   * @param table replaced where it is there; its {@code cell} is a place in {@link RfmCells#NAMES},
   *     {@code seen} is false for those whose first event came later
   */
  void cells(String table, LocalDate day) {
    String until = "DATE '" + day + "'";
    duck.run(
        "CREATE OR REPLACE TABLE spending AS SELECT ix AS customer_id, max(day) AS last_day,"
            + " count(*) AS orders, sum(paid) AS revenue FROM spent WHERE day <= "
            + until
            + " GROUP BY 1");
    duck.run("DROP TABLE IF EXISTS rfm");
    RfmCells.create(duck);
    duck.run(
        "CREATE OR REPLACE TABLE "
            + Duck.name(table)
            + " AS SELECT ix, coalesce("
            + RfmCells.orderOf("rfm")
            + ", "
            + RfmCells.NAMES.size()
            + ") - 1 AS cell, coalesce(first_day <= "
            + until
            + ", true) AS seen FROM person LEFT JOIN rfm ON rfm.customer_id = ix");
  }
}
