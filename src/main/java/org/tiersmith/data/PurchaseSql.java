package org.tiersmith.data;

/**
 * What a purchase is and what was paid for it, as parts of queries, so that all stations count
 * alike. The parts read the columns of {@link #events}.
 */
public final class PurchaseSql {
  /** What makes an event a purchase; an exposure that was taken is one. */
  public static final String IS_PURCHASE = "(type = 'purchase' OR coalesce(purchased, false))";

  /** The row's price, else the product's own; missing where neither is known. */
  public static final String PRICE = "__price";

  /** How many were bought; one where nobody says. */
  public static final String UNITS = "coalesce(quantity, 1)";

  /** What they cost without the discount; 0 where no price is known. */
  public static final String LISTED = UNITS + " * coalesce(" + PRICE + ", 0)";

  /** What the customer paid; 0 where no price is known. */
  public static final String PAID = LISTED + " * (1 - coalesce(discount_rate, 0))";

  private PurchaseSql() {}

  /** The events, to select from, each with its {@link #PRICE}. */
  public static String events(Tables tables) {
    return String.format(
        "(SELECT e.*, coalesce(e.list_price, own.price) AS %s FROM %s AS e LEFT JOIN (SELECT"
            + " product_id, price FROM %s) AS own USING (product_id))",
        PRICE, Duck.parquet(tables.events()), Duck.parquet(tables.products()));
  }
}
