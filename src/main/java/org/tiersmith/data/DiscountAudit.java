package org.tiersmith.data;

/** Asks whether discounts look as if they had been drawn by lot. */
final class DiscountAudit {
  /** Correlations of lots stay below this many standard errors. */
  private static final double ERRORS = 4;

  private static final double SMALL = 0.03;

  private DiscountAudit() {}

  /**
   * Whether the discount of exposures (table {@code chosen}) varies and hangs neither on the price
   * nor on how often the customer or the product was met or bought. Only a test for dependence: it
   * can show that discounts were not random, never that they were.
   */
  static boolean looksRandomised(Duck duck) {
    return duck.list(
            "SELECT count(*), stddev_pop(discount_rate), corr(discount_rate, ln(list_price)),"
                + " corr(discount_rate, c.n), corr(discount_rate, p.n) FROM chosen JOIN (SELECT"
                + " customer_id, ln(1 + count(*)) AS n FROM events WHERE type = 'purchase' OR"
                + " purchased IS NOT NULL GROUP BY 1) AS c USING (customer_id) JOIN (SELECT"
                + " product_id, ln(1 + count(*)) AS n FROM events WHERE type = 'purchase' OR"
                + " purchased IS NOT NULL GROUP BY 1) AS p USING (product_id)",
            row -> {
              double limit = Math.max(SMALL, ERRORS / Math.sqrt(Math.max(1.0, row.number(0))));
              return row.number(1) > 0
                  && isSmall(row.number(2), limit)
                  && isSmall(row.number(3), limit)
                  && isSmall(row.number(4), limit);
            })
        .getFirst();
  }

  /** A correlation with something constant is not a number, and no dependence. */
  private static boolean isSmall(double correlation, double limit) {
    return Double.isNaN(correlation) || Math.abs(correlation) <= limit;
  }
}
