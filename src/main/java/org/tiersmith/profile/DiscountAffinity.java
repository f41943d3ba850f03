package org.tiersmith.profile;

import org.tiersmith.data.Duck;
import org.tiersmith.data.Tables;

/**
 * Whether a customer buys at a discount more often than discounts were on offer.
 *
 * <p>Each purchase has an expected value: the share of discounted offers of the same product in the
 * same month, an offer being any event with a price and a known discount, the purchase itself left
 * out. Few offers are shrunk to the share of the product's category in that month, with the weight
 * of {@value #OFFERS} offers. A customer's n purchases of which k were discounted then have the
 * mean expectation b, and the share {@code s = (k + v b) / (n + v)}: the empirical Bayes estimate
 * under a beta distribution around b whose weight v comes from the spread between customers by the
 * method of moments, {@code 1 / (v + 1) = sum((k - n b)^2 - n b (1 - b)) / sum((n - 1) n b (1 -
 * b))}, v being within 2 and 1,000. The affinity is {@code o / (1 + o)} with o the odds of s over
 * the odds of b: 0.5 buys discounted goods as often as they are offered, 0.8 at four times the
 * odds. Where all or no offers are discounted nothing can be told, and it is null.
 */
final class DiscountAffinity {
  private static final int OFFERS = 10;
  private static final double LEAST_WEIGHT = 2;
  private static final double MOST_WEIGHT = 1000;

  private DiscountAffinity() {}

  /** Makes the table {@code affinity} (customer_id, discount_affinity). */
  static void create(Duck duck, Tables tables) {
    duck.run(
        "CREATE TABLE of_product AS SELECT product_id, "
            + month("\"timestamp\"")
            + " AS month, count(*) AS n, count_if(discount_rate > 0) AS k FROM "
            + Duck.parquet(tables.events())
            + " WHERE list_price > 0 AND discount_rate IS NOT NULL GROUP BY ALL");
    duck.run(
        "CREATE TABLE of_category AS SELECT coalesce(category, '') AS category, month, sum(k) /"
            + " sum(n) AS share FROM of_product JOIN "
            + Duck.parquet(tables.products())
            + " USING (product_id) GROUP BY ALL");
    duck.run(
        String.format(
            "CREATE TABLE taken AS SELECT customer_id, reduced, (k - reduced::INTEGER + %1$d *"
                + " share) / (n - 1 + %1$d) AS b FROM (SELECT customer_id, product_id,"
                + " coalesce(category, '') AS category, %2$s AS month, discount > 0 AS reduced FROM"
                + " bought WHERE list_price > 0 AND discount IS NOT NULL) JOIN of_product USING"
                + " (product_id, month) JOIN of_category USING (category, month)",
            OFFERS, month("day")));
    duck.run(
        "CREATE TABLE taken_by AS SELECT customer_id, count(*) AS n, count_if(reduced) AS k,"
            + " avg(b) AS b FROM taken GROUP BY customer_id");
    duck.run(
        String.format(
            "CREATE TABLE affinity AS SELECT customer_id, CASE WHEN b > 0 AND b < 1 THEN"
                + " 1 / (1 + (1 - s) / s * b / (1 - b)) END AS discount_affinity FROM (SELECT"
                + " customer_id, b, (k + v * b) / (n + v) AS s FROM taken_by, (SELECT least(%s,"
                + " greatest(%s, CASE WHEN rho > 0 THEN 1 / rho - 1 ELSE %s END)) AS v FROM"
                + " (SELECT sum((k - n * b) ** 2 - n * b * (1 - b)) / nullif(sum((n - 1) * n * b *"
                + " (1 - b)), 0) AS rho FROM taken_by)))",
            MOST_WEIGHT, LEAST_WEIGHT, MOST_WEIGHT));
  }

  private static String month(String time) {
    return "(year(" + time + ") * 12 + month(" + time + "))::INTEGER";
  }
}
