package org.tiersmith.data;

import java.util.List;
import java.util.stream.Collectors;

/** Makes the tables {@code customers} and {@code products}, from a file or from the events. */
final class CatalogueStep {
  private static final List<String> WORDS = List.of("title", "category", "brand", "description");

  private final Duck duck;

  CatalogueStep(Duck duck) {
    this.duck = duck;
  }

  void customers(Projection from) {
    from.create("customers_text");
    duck.run(
        "CREATE TABLE customers AS SELECT "
            + Staging.LINE
            + ", ts_id(customer_id) AS customer_id"
            + attributes(from)
            + " FROM customers_text");
    new RowChecks()
        .present("customer_id", "import.missing-customer", "customer id")
        .unique("customer_id")
        .apply(duck, "customers", from.raw());
    duck.run("DROP VIEW customers_text");
  }

  void products(Projection from) {
    from.create("products_text");
    duck.run(
        "CREATE TABLE products AS SELECT "
            + Staging.LINE
            + ", ts_id(product_id) AS product_id, title, category, brand, description, "
            + number(from, "price")
            + ", "
            + number(from, "cost")
            + attributes(from)
            + " FROM products_text");
    new RowChecks()
        .present("product_id", "import.missing-product", "product id")
        .number("price")
        .number("cost")
        .add(
            "import.negative-price",
            "price < 0",
            RowChecks.concat("'The price '", "__price", "' is below 0.'"))
        .add(
            "import.negative-cost",
            "cost < 0",
            RowChecks.concat("'The cost '", "__cost", "' is below 0.'"))
        .unique("product_id")
        .apply(duck, "products", from.raw());
    duck.run("DROP VIEW products_text");
  }

  /**
   * Customers as the events name them. An attribute of the events that hardly ever differs within a
   * customer is the customer's.
   */
  void customersOf(Projection events) {
    String lifted =
        events.attributes().stream()
            .filter(this::belongsToCustomer)
            .map(a -> ", mode(" + Duck.name(a) + ") AS " + Duck.name(a))
            .collect(Collectors.joining());
    duck.run(
        "CREATE TABLE customers AS SELECT min("
            + Staging.LINE
            + ") AS "
            + Staging.LINE
            + ", customer_id"
            + lifted
            + " FROM events GROUP BY customer_id");
  }

  /** Products as the events name them, with the words found most often and the median price. */
  void productsOf() {
    String words =
        WORDS.stream().map(w -> "mode(" + w + ") AS " + w).collect(Collectors.joining(", "));
    duck.run(
        "CREATE TABLE products AS SELECT min("
            + Staging.LINE
            + ") AS "
            + Staging.LINE
            + ", product_id, "
            + words
            + ", median(CASE WHEN list_price > 0 THEN list_price END)::DOUBLE AS price,"
            + " median(cost)::DOUBLE AS cost FROM events WHERE product_id IS NOT NULL"
            + " GROUP BY product_id");
  }

  private boolean belongsToCustomer(String attribute) {
    String a = Duck.name(attribute);
    return duck.list(
            String.format(
                "SELECT count(*) > 1 AND avg(CASE WHEN n = 1 THEN 1 ELSE 0 END) >= 0.95"
                    + " AND avg(lines) > 1.5 AND count(DISTINCT one) BETWEEN 2 AND 50 FROM (SELECT"
                    + " count(DISTINCT %1$s) AS n, count(*) AS lines, min(%1$s) AS one FROM events"
                    + " WHERE %1$s IS NOT NULL GROUP BY customer_id)",
                a),
            row -> row.flag(0))
        .getFirst();
  }

  private static String number(Projection from, String role) {
    return String.format("%2$s AS %1$s, %1$s AS __%1$s", role, from.number(role));
  }

  static String attributes(Projection from) {
    return from.attributes().stream().map(a -> ", " + Duck.name(a)).collect(Collectors.joining());
  }
}
