package org.tiersmith.profile;

import org.tiersmith.data.Duck;
import org.tiersmith.data.Tables;

/**
 * How dear what a customer buys is within its category: the mean, over purchases, of the mid-rank
 * {@code (cheaper + equal / 2) / all} of the product's price among its category's products; 0.5 is
 * the middle. A product's price is the catalogue's, else the median of what was asked for it.
 */
final class PriceLevel {
  private PriceLevel() {}

  /** Makes the table {@code price_level} (customer_id, price_level) from {@code bought}. */
  static void create(Duck duck, Tables tables) {
    duck.run(
        "CREATE TABLE price_rank AS SELECT product_id, (rank() OVER (PARTITION BY category ORDER BY"
            + " price) - 1 + count(*) OVER (PARTITION BY category, price) / 2.0) / count(*) OVER"
            + " (PARTITION BY category) AS price_rank FROM (SELECT product_id, coalesce(category,"
            + " '') AS category, coalesce(price, asked) AS price FROM "
            + Duck.parquet(tables.products())
            + " LEFT JOIN (SELECT product_id, median(list_price) AS asked FROM bought WHERE"
            + " list_price > 0 GROUP BY product_id) USING (product_id)) WHERE price > 0");
    duck.run(
        "CREATE TABLE price_level AS SELECT customer_id, avg(price_rank) AS price_level FROM bought"
            + " JOIN price_rank USING (product_id) GROUP BY customer_id");
  }
}
