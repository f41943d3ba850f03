package org.tiersmith.data;

/**
 * Makes examples of purchases, with negatives that were on offer where and when these were made.
 */
final class NegativeSampler {
  /** Draws per wanted negative: some are drawn twice, some were bought after all. */
  private static final int DRAWS = 4;

  private final Duck duck;
  private final ExampleSettings settings;

  NegativeSampler(Duck duck, ExampleSettings settings) {
    this.duck = duck;
    this.settings = settings;
  }

  /** Fills the table {@code chosen} from the view {@code events}. */
  void sample() {
    lines();
    offers();
    positives();
    negatives();
    duck.run(
        "INSERT INTO chosen SELECT event_id, customer_id, product_id, \"timestamp\", list_price,"
            + " discount_rate, true FROM positives");
    duck.run(
        "INSERT INTO chosen SELECT '', customer_id, product_id, \"timestamp\", list_price,"
            + " discount_rate, false FROM negatives");
  }

  private void lines() {
    duck.run(
        "CREATE TABLE lines AS SELECT event_id, customer_id, product_id, \"timestamp\","
            + " coalesce(e.list_price, p.price) AS list_price, coalesce(discount_rate, 0) AS"
            + " discount_rate, coalesce(store, '') AS store, date_trunc('week', \"timestamp\") AS"
            + " week FROM events AS e LEFT JOIN products AS p USING (product_id) WHERE type ="
            + " 'purchase' AND product_id IS NOT NULL AND coalesce(e.list_price, p.price) > 0");
  }

  /** What each store offered each week, numbered within store and week. */
  private void offers() {
    duck.run(
        "CREATE TABLE offers AS SELECT *, row_number() OVER (PARTITION BY store, week ORDER BY"
            + " product_id) - 1 AS number, count(*) OVER (PARTITION BY store, week) AS choice FROM"
            + " (SELECT store, week, product_id, median(list_price) AS list_price,"
            + " median(discount_rate) AS discount_rate FROM lines GROUP BY ALL)");
  }

  /** One example per customer, product, store and week, at the first purchase. */
  private void positives() {
    duck.run(
        "CREATE TABLE positives AS SELECT l.event_id, l.customer_id, l.product_id,"
            + " l.\"timestamp\", l.store, l.week, o.list_price, o.discount_rate, o.choice FROM"
            + " (SELECT * FROM lines QUALIFY row_number() OVER (PARTITION BY customer_id,"
            + " product_id, store, week ORDER BY \"timestamp\", event_id) = 1) AS l JOIN offers AS"
            + " o USING (store, week, product_id)");
    duck.run("CREATE TABLE bought AS SELECT DISTINCT customer_id, week, product_id FROM lines");
  }

  private void negatives() {
    duck.run(
        String.format(
            "CREATE TABLE negatives AS SELECT d.customer_id, o.product_id, d.\"timestamp\","
                + " o.list_price, o.discount_rate FROM (SELECT p.*, draw, hash(event_id,"
                + " customer_id, product_id, draw, %1$d) %% choice AS number FROM positives AS p,"
                + " range(%2$d) AS r(draw)) AS d JOIN offers AS o ON o.store = d.store AND o.week ="
                + " d.week AND o.number = d.number ANTI JOIN bought AS b ON b.customer_id ="
                + " d.customer_id AND b.week = d.week AND b.product_id = o.product_id QUALIFY"
                + " row_number() OVER (PARTITION BY d.customer_id, d.\"timestamp\", o.product_id"
                + " ORDER BY d.draw, d.event_id) = 1",
            settings.seed(), DRAWS * settings.negatives()));
    duck.run(
        String.format(
            "CREATE OR REPLACE TABLE negatives AS SELECT n.* FROM (SELECT *, row_number() OVER"
                + " (PARTITION BY customer_id, \"timestamp\" ORDER BY hash(product_id, %1$d),"
                + " product_id) AS place FROM negatives) AS n JOIN (SELECT customer_id,"
                + " \"timestamp\", count(*) AS wins FROM positives GROUP BY ALL) AS w USING"
                + " (customer_id, \"timestamp\") WHERE place <= wins * %2$d",
            settings.seed(), settings.negatives()));
  }
}
