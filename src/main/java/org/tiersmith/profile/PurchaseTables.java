package org.tiersmith.profile;

import java.time.LocalDate;
import org.tiersmith.data.DaySpan;
import org.tiersmith.data.Duck;
import org.tiersmith.data.PurchaseSql;
import org.tiersmith.data.Tables;

/**
 * The shop's happenings as tables of a query: {@code person} (every customer), {@code bought} (one
 * row a purchase), {@code activity} (events of each customer), {@code spending} (purchases of each
 * customer who bought) and {@code today} (the day as of which all is told, {@link DaySpan}); what
 * is dated after that is left out.
 */
final class PurchaseTables {
  private PurchaseTables() {}

  static void create(Duck duck, Tables tables) {
    DaySpan days = DaySpan.of(duck, tables);
    String events = Duck.parquet(tables.events());
    duck.run(
        "CREATE TABLE person AS SELECT customer_id FROM "
            + Duck.parquet(tables.customers())
            + " ORDER BY customer_id");
    bought(duck, tables, days, "");
    duck.run(
        "CREATE TABLE activity AS SELECT customer_id, count(*) AS events, count_if(type ="
            + " 'view')::BIGINT AS views, min(\"timestamp\") AS first_seen, max(\"timestamp\") AS"
            + " last_seen FROM "
            + events
            + " WHERE "
            + days.reached("\"timestamp\"")
            + " GROUP BY customer_id");
    duck.run("CREATE TABLE today AS SELECT DATE '" + days.last() + "' AS day");
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
    bought(duck, tables, DaySpan.of(duck, tables), " AND customer_id = " + Duck.text(customer));
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

  private static void bought(Duck duck, Tables tables, DaySpan days, String where) {
    duck.run(
        String.format(
            "CREATE TABLE bought AS SELECT customer_id, product_id, \"timestamp\"::DATE AS day,"
                + " %1$s AS quantity, %2$s AS list_price, discount_rate AS discount, %3$s AS paid,"
                + " CASE WHEN %2$s IS NOT NULL THEN %3$s - %1$s * cost END AS margin, category,"
                + " brand FROM %4$s LEFT JOIN (SELECT product_id, cost, category, brand FROM %5$s)"
                + " USING (product_id) WHERE %6$s AND %7$s%8$s",
            PurchaseSql.UNITS,
            PurchaseSql.PRICE,
            PurchaseSql.PAID,
            PurchaseSql.events(tables),
            Duck.parquet(tables.products()),
            PurchaseSql.IS_PURCHASE,
            days.reached("\"timestamp\""),
            where));
  }

  /** The day as of which all is told, as an SQL expression. */
  static String today() {
    return "(SELECT day FROM today)";
  }

  /** The day as of which all is told. */
  static LocalDate today(Duck duck) {
    return duck.list("SELECT day::VARCHAR FROM today", row -> LocalDate.parse(row.words(0)))
        .getFirst();
  }
}
