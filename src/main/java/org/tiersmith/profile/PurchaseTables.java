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

  private PurchaseTables() {}

  static void create(Duck duck, Tables tables) {
    String events = Duck.parquet(tables.events());
    duck.run(
        "CREATE TABLE person AS SELECT customer_id FROM "
            + Duck.parquet(tables.customers())
            + " ORDER BY customer_id");
    duck.run(
        "CREATE TABLE bought AS SELECT e.customer_id, e.product_id, e.\"timestamp\"::DATE AS day,"
            + " coalesce(quantity, 1) AS quantity, list_price, discount_rate AS discount,"
            + " coalesce(quantity, 1) * coalesce(list_price, 0) * (1 - coalesce(discount_rate, 0))"
            + " AS paid, coalesce(quantity, 1) * (list_price * (1 - coalesce(discount_rate, 0)) -"
            + " p.cost) AS margin, p.category, p.brand FROM "
            + events
            + " AS e LEFT JOIN "
            + Duck.parquet(tables.products())
            + " AS p USING (product_id) WHERE "
            + IS_PURCHASE);
    duck.run(
        "CREATE TABLE activity AS SELECT customer_id, count(*) AS events, count_if(type ="
            + " 'view')::BIGINT AS views, min(\"timestamp\") AS first_seen, max(\"timestamp\") AS"
            + " last_seen FROM "
            + events
            + " GROUP BY customer_id");
    duck.run(
        "CREATE TABLE spending AS SELECT customer_id, max(day) AS last_day, count(DISTINCT day) AS"
            + " orders, sum(paid) AS revenue, sum(margin) AS margin, avg(discount) AS"
            + " mean_discount FROM bought GROUP BY customer_id");
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
