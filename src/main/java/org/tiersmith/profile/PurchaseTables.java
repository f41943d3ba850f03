package org.tiersmith.profile;

import java.time.LocalDate;
import org.tiersmith.data.Duck;
import org.tiersmith.data.PurchaseSql;
import org.tiersmith.data.Tables;

/**
 * The shop's happenings as tables of a query: {@code person} (every customer), {@code bought} (one
 * row a purchase), {@code activity} (events of each customer) and {@code spending} (purchases of
 * each customer who bought).
 */
final class PurchaseTables {
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
            + PurchaseSql.IS_PURCHASE
            + " THEN 'purchase' ELSE type END AS kind, CASE WHEN kind = 'purchase' THEN "
            + PurchaseSql.PAID
            + " END AS paid FROM "
            + PurchaseSql.events(tables)
            + own);
    duck.run(
        "CREATE TABLE looked AS SELECT category, brand FROM own JOIN "
            + Duck.parquet(tables.products())
            + " USING (product_id) WHERE kind <> 'purchase'");
  }

  private static void bought(Duck duck, Tables tables, String where) {
    duck.run(
        String.format(
            "CREATE TABLE bought AS SELECT customer_id, product_id, \"timestamp\"::DATE AS day,"
                + " %1$s AS quantity, %2$s AS list_price, discount_rate AS discount, %3$s AS paid,"
                + " CASE WHEN %2$s IS NOT NULL THEN %3$s - %1$s * cost END AS margin, category,"
                + " brand FROM %4$s LEFT JOIN (SELECT product_id, cost, category, brand FROM %5$s)"
                + " USING (product_id) WHERE %6$s%7$s",
            PurchaseSql.UNITS,
            PurchaseSql.PRICE,
            PurchaseSql.PAID,
            PurchaseSql.events(tables),
            Duck.parquet(tables.products()),
            PurchaseSql.IS_PURCHASE,
            where));
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
