package org.tiersmith.profile;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.Duck;
import org.tiersmith.data.PurchaseSql;
import org.tiersmith.data.Tables;
import org.tiersmith.task.JobContext;

/** All that one customer did, and what it is likely to do. */
public final class CustomerHistory {
  private CustomerHistory() {}

  /**
   * One event.
   *
   * @param what the product's title, or what was searched or written
   * @param quantity how many were bought; NaN where nothing was, or nobody says
   * @param price list price of one, NaN where unknown
   * @param discount rate in [0, 1), NaN where unknown
   */
  public record Happening(
      LocalDateTime when,
      String type,
      String what,
      double quantity,
      double price,
      double discount) {}

  /**
   * A product that the customer may buy.
   *
   * @param title the product's title, its id where it has none
   * @param probability at list price, in (0, 1)
   */
  public record Likely(String productId, String title, double probability) {}

  /** How many events of each kind a customer has; empty where the customer is not known. */
  public static SortedMap<String, Long> kinds(
      Tables tables, String customerId, JobContext context) {
    try (Duck duck = Duck.open(context)) {
      SortedMap<String, Long> kinds = new TreeMap<>();
      duck.each(
          "SELECT kind, count(*) FROM " + own(tables, customerId) + " GROUP BY 1",
          row -> kinds.put(row.words(0), row.whole(1)));
      return Collections.unmodifiableSortedMap(kinds);
    }
  }

  /**
   * A stretch of a customer's events, the latest first.
   *
   * @param kind one of {@link #kinds}; null for events of any kind
   * @param offset how many later ones are left out
   */
  public static List<Happening> page(
      Tables tables,
      String customerId,
      @Nullable String kind,
      long offset,
      int limit,
      JobContext context) {
    String order = " ORDER BY \"timestamp\" DESC, event_id DESC";
    try (Duck duck = Duck.open(context)) {
      return duck.list(
          "SELECT strftime(\"timestamp\", '%Y-%m-%dT%H:%M:%S'), kind, coalesce(nullif(concat_ws(':"
              + " ', title, text), ''), product_id, ''), CASE WHEN kind = 'purchase' THEN quantity"
              + " END, list_price, discount_rate FROM (SELECT * FROM "
              + own(tables, customerId)
              + (kind == null ? "" : " WHERE kind = " + Duck.text(kind))
              + order
              + " LIMIT "
              + limit
              + " OFFSET "
              + offset
              + ") LEFT JOIN (SELECT product_id, title FROM "
              + Duck.parquet(tables.products())
              + ") USING (product_id)"
              + order,
          row ->
              new Happening(
                  LocalDateTime.parse(row.words(0)),
                  row.words(1),
                  row.words(2),
                  row.number(3),
                  row.number(4),
                  row.number(5)));
    }
  }

  private static String own(Tables tables, String customerId) {
    return "(SELECT event_id, \"timestamp\", product_id, text, quantity, list_price, discount_rate,"
        + " CASE WHEN "
        + PurchaseSql.IS_PURCHASE
        + " THEN 'purchase' ELSE type END AS kind FROM "
        + Duck.parquet(tables.events())
        + " WHERE customer_id = "
        + Duck.text(customerId)
        + ")";
  }

  /**
   * What a customer is likeliest to buy at list price.
   *
   * @param pairs the scored pairs
   */
  public static List<Likely> likely(
      Tables tables, Path pairs, String customerId, int most, JobContext context) {
    try (Duck duck = Duck.open(context)) {
      return duck.list(
          "SELECT product_id, coalesce(title, product_id), p0 FROM "
              + Duck.parquet(pairs)
              + " LEFT JOIN (SELECT product_id, title FROM "
              + Duck.parquet(tables.products())
              + ") USING (product_id) WHERE customer_id = "
              + Duck.text(customerId)
              + " ORDER BY p0 DESC, product_id LIMIT "
              + most,
          row -> new Likely(row.words(0), row.words(1), row.number(2)));
    }
  }
}
