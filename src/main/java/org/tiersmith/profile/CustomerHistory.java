package org.tiersmith.profile;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
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
   * @param price list price, NaN where unknown
   * @param discount rate in [0, 1), NaN where unknown
   */
  public record Happening(
      LocalDateTime when, String type, String what, double price, double discount) {}

  /**
   * A product that the customer may buy.
   *
   * @param title the product's title, its id where it has none
   * @param probability at list price, in (0, 1)
   */
  public record Likely(String productId, String title, double probability) {}

  /** All events of a customer, the latest first; none where the customer is not known. */
  public static List<Happening> of(Tables tables, String customerId, JobContext context) {
    try (Duck duck = Duck.open(context)) {
      return duck.list(
          "SELECT strftime(\"timestamp\", '%Y-%m-%dT%H:%M:%S'), CASE WHEN "
              + PurchaseSql.IS_PURCHASE
              + " THEN 'purchase' ELSE type END, coalesce(nullif(concat_ws(': ', title, text), ''),"
              + " product_id, ''), list_price, discount_rate FROM "
              + Duck.parquet(tables.events())
              + " LEFT JOIN (SELECT product_id, title FROM "
              + Duck.parquet(tables.products())
              + ") USING (product_id) WHERE customer_id = "
              + Duck.text(customerId)
              + " ORDER BY \"timestamp\" DESC, event_id DESC",
          row ->
              new Happening(
                  LocalDateTime.parse(row.words(0)),
                  row.words(1),
                  row.words(2),
                  row.number(3),
                  row.number(4)));
    }
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
