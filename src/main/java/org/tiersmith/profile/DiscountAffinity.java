package org.tiersmith.profile;

import org.tiersmith.data.Duck;
import org.tiersmith.data.Tables;

/**
 * Whether a customer buys at a discount more often than discounts were on offer.
 *
 * <p>Each purchase has an expected value: the share of discounted offers of the same product in the
 * same month, an offer being any event with a price and a known discount, the customer's own left
 * out. Few offers are shrunk to the share of the product's category in that month, with the weight
 * of {@value #OFFERS} offers. A customer's n purchases of which k were discounted then have the
 * mean expectation b, and the share {@code s = (k + v b) / (n + v)}: the empirical Bayes estimate
 * under a beta distribution around b whose weight v comes from the spread between customers by the
 * method of moments, {@code 1 / (v + 1) = sum((k - n b)^2 - n b (1 - b)) / sum((n - 1) n b (1 -
 * b))}, v being within 2 and 1,000. The affinity is {@code o / (1 + o)} with o the odds of s over
 * the odds of b: 0.5 buys discounted goods as often as they are offered, 0.8 at four times the
 * odds. Where all or no offers are discounted it is 0.5.
 */
final class DiscountAffinity {
  private static final int OFFERS = 10;
  private static final double LEAST_WEIGHT = 2;
  private static final double MOST_WEIGHT = 1000;

  private DiscountAffinity() {}

  /** Makes the table {@code affinity} (customer_id, discount_affinity). */
  static void create(Duck duck, Tables tables) {
    duck.run(
        "CREATE TABLE offer AS SELECT customer_id, product_id, coalesce(p.category, '') AS"
            + " category, date_trunc('month', \"timestamp\") AS month, "
            + PurchaseTables.IS_PURCHASE
            + " AS taken, discount_rate > 0 AS reduced FROM "
            + Duck.parquet(tables.events())
            + " AS e JOIN "
            + Duck.parquet(tables.products())
            + " AS p USING (product_id) WHERE list_price > 0 AND discount_rate IS NOT NULL");
    counts(duck, "of_product", "product_id, month");
    counts(duck, "of_category", "category, month");
    counts(duck, "of_own", "customer_id, product_id, month");
    duck.run(
        "CREATE TABLE taken AS SELECT o.customer_id, taken, reduced, greatest(0, least(1, (p.k -"
            + " own.k + "
            + OFFERS
            + " * c.k / c.n) / (p.n - own.n + "
            + OFFERS
            + "))) AS b FROM offer AS o JOIN of_product AS p USING (product_id, month) JOIN"
            + " of_category AS c USING (category, month) JOIN of_own AS own USING (customer_id,"
            + " product_id, month) WHERE taken");
    duck.run(
        "CREATE TABLE taken_by AS SELECT customer_id, count(*) AS n, count_if(reduced) AS k,"
            + " avg(b) AS b FROM taken GROUP BY customer_id");
    duck.run(
        String.format(
            "CREATE TABLE affinity AS SELECT customer_id, CASE WHEN b <= 0 OR b >= 1 THEN 0.5 ELSE"
                + " 1 / (1 + (1 - s) / s * b / (1 - b)) END AS discount_affinity FROM (SELECT"
                + " customer_id, b, (k + v * b) / (n + v) AS s FROM taken_by, (SELECT least(%s,"
                + " greatest(%s, CASE WHEN rho > 0 THEN 1 / rho - 1 ELSE %s END)) AS v FROM"
                + " (SELECT sum((k - n * b) ** 2 - n * b * (1 - b)) / nullif(sum((n - 1) * n * b *"
                + " (1 - b)), 0) AS rho FROM taken_by)))",
            MOST_WEIGHT, LEAST_WEIGHT, MOST_WEIGHT));
  }

  private static void counts(Duck duck, String table, String by) {
    duck.run(
        "CREATE TABLE "
            + table
            + " AS SELECT "
            + by
            + ", count(*) AS n, count_if(reduced) AS k FROM offer GROUP BY "
            + by);
  }
}
