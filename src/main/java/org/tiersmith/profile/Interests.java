package org.tiersmith.profile;

import org.tiersmith.data.Duck;
import org.tiersmith.data.Tables;

/**
 * Which categories and brands customers are interested in: shares of their purchases, or of the
 * products that they looked at where they never bought.
 */
final class Interests {
  private Interests() {}

  /**
   * Makes the tables {@code liked_category} and {@code liked_brand} (customer_id, what, n, share)
   * and {@code interest} (customer_id, top_category, category_share, top_brand, brand_share).
   */
  static void create(Duck duck, Tables tables) {
    duck.run(
        "CREATE TABLE looked AS SELECT customer_id, category, brand FROM (SELECT customer_id,"
            + " product_id FROM "
            + Duck.parquet(tables.events())
            + " WHERE product_id IS NOT NULL AND customer_id NOT IN (SELECT customer_id FROM"
            + " spending)) JOIN "
            + Duck.parquet(tables.products())
            + " USING (product_id)");
    for (String what : new String[] {"category", "brand"}) {
      duck.run(
          String.format(
              "CREATE TABLE liked_%1$s AS SELECT customer_id, %1$s AS what, n, n / sum(n) OVER"
                  + " (PARTITION BY customer_id) AS share FROM (SELECT customer_id, %1$s, count(*)"
                  + " AS n FROM bought WHERE %1$s IS NOT NULL GROUP BY ALL UNION ALL SELECT"
                  + " customer_id, %1$s, count(*) AS n FROM looked WHERE %1$s IS NOT NULL GROUP BY"
                  + " ALL)",
              what));
    }
    duck.run(
        "CREATE TABLE interest AS SELECT customer_id, c.what AS top_category, c.share AS"
            + " category_share, b.what AS top_brand, b.share AS brand_share FROM ("
            + top("category")
            + ") AS c FULL JOIN ("
            + top("brand")
            + ") AS b USING (customer_id)");
  }

  private static String top(String what) {
    return "SELECT customer_id, min_by(what, (-n, what)) AS what, max(share) AS share FROM liked_"
        + what
        + " GROUP BY customer_id";
  }
}
