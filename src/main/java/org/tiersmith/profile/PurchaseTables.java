package org.tiersmith.profile;

import java.time.LocalDate;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Tables;

/**
 * The shop's happenings as tables of a query: {@code person} (every customer), {@code bought} (one
 * row a purchase), {@code activity} (events of each customer) and {@code spending} (purchases of
 * each customer who bought). An exposure that was taken is a purchase.
 */
final class PurchaseTables {
  /** What makes an event a purchase. */
  static final String IS_PURCHASE = "(type = 'purchase' OR coalesce(purchased, false))";

  private static final String PAID =
      "coalesce(quantity, 1) * coalesce(list_price, 0) * (1 - coalesce(discount_rate, 0))";

  private PurchaseTables() {}

  static void create(Duck duck, Tables tables) {
    String events = Duck.parquet(tables.events());
    duck.run(
        "CREATE TABLE person AS SELECT customer_id FROM "
            + Duck.parquet(tables.customers())
            + " ORDER BY customer_id");
    bought(duck, tables, "");
    duck.run(
        "CREATE TABLE activity AS SELECT customer_id, count(*) AS events, count_if(type ="
            + " 'view')::BIGINT AS views, min(\"timestamp\") AS first_seen, max(\"timestamp\") AS"
            + " last_seen FROM "
            + events
            + " GROUP BY customer_id");
    // Rounded, so that equal amounts are equal whatever the order in which they were summed.
    duck.run(
        "CREATE TABLE spending AS SELECT customer_id, max(day) AS last_day, count(DISTINCT day) AS"
            + " orders, round(sum(paid), 6) AS revenue, round(sum(margin), 6) AS margin,"
            + " round(avg(discount), 9) AS mean_discount FROM bought GROUP BY customer_id");
  }

  /**
   * Makes, of one customer, {@code bought}, {@code looked} (category and brand of the products
   * otherwise met) and {@code own} (every event, with its kind and what was paid).
   */
  static void createOf(Duck duck, Tables tables, String customer) {
    String own = " WHERE customer_id = " + Duck.text(customer);
    bought(duck, tables, " AND customer_id = " + Duck.text(customer));
    duck.run(
        "CREATE TABLE own AS SELECT \"timestamp\", product_id, CASE WHEN "
            + IS_PURCHASE
            + " THEN 'purchase' ELSE type END AS kind, CASE WHEN kind = 'purchase' THEN "
            + PAID
            + " END AS paid FROM "
            + Duck.parquet(tables.events())
            + own);
    duck.run(
        "CREATE TABLE looked AS SELECT category, brand FROM own JOIN "
            + Duck.parquet(tables.products())
            + " USING (product_id) WHERE kind <> 'purchase'");
  }

  private static void bought(Duck duck, Tables tables, String where) {
    duck.run(
        "CREATE TABLE bought AS SELECT e.customer_id, e.product_id, e.\"timestamp\"::DATE AS day,"
            + " coalesce(quantity, 1) AS quantity, list_price, discount_rate AS discount, "
            + PAID
            + " AS paid, coalesce(quantity, 1) * (list_price * (1 - coalesce(discount_rate, 0)) -"
            + " p.cost) AS margin, p.category, p.brand FROM "
            + Duck.parquet(tables.events())
            + " AS e LEFT JOIN "
            + Duck.parquet(tables.products())
            + " AS p USING (product_id) WHERE "
            + IS_PURCHASE
            + where);
  }

  /** The last day with an event, as an SQL expression. */
  static String lastDay() {
    return "(SELECT max(last_seen)::DATE FROM activity)";
  }

  /** The last day with an event. */
  static LocalDate lastDay(Duck duck) {
    return LocalDate.parse(
        duck.list("SELECT max(last_seen)::DATE::VARCHAR FROM activity", row -> row.words(0))
            .getFirst());
  }
}
