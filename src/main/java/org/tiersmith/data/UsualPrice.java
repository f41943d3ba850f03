package org.tiersmith.data;

import java.util.List;
import org.tiersmith.model.Text;

/**
 * A product's usual price, for shops that tell only what was paid: the unit price at which most of
 * its sales (not units) of the calendar quarter were made; of two as frequent, the higher. A
 * quarter with fewer than {@value #FEWEST} sales takes the same of all the product's sales; a
 * product with fewer than that many has none, and the price paid stands. A sale below the usual
 * price was discounted by d = 1 - paid / usual; one above it was not, and its list price is what
 * was paid.
 *
 * <p>Such a discount is an inference: quantity prices look the same, and a price that most pay
 * counts as the list price even while all of it is on sale.
 */
final class UsualPrice {
  private static final int FEWEST = 3;

  private final Duck duck;
  private final List<Finding> findings;

  UsualPrice(Duck duck, List<Finding> findings) {
    this.duck = duck;
    this.findings = findings;
  }

  /** Gives the events of which only the paid price is known their list price and discount. */
  void apply() {
    duck.run(
        "CREATE TABLE sales AS SELECT product_id, date_trunc('quarter', \"timestamp\") AS quarter,"
            + " __paid AS paid, count(*) AS n FROM events WHERE type IN ('purchase', 'exposure')"
            + " AND purchased IS NOT false AND __paid > 0 AND product_id IS NOT NULL GROUP BY ALL");
    duck.run(
        String.format(
            "CREATE TABLE usual AS SELECT product_id, quarter, CASE WHEN sum(n) >= %1$d THEN"
                + " first(paid ORDER BY n DESC, paid DESC) END AS price FROM sales GROUP BY ALL"
                + " UNION ALL SELECT product_id, NULL, CASE WHEN sum(n) >= %1$d THEN first(paid"
                + " ORDER BY n DESC, paid DESC) END FROM (SELECT product_id, paid, sum(n) AS n FROM"
                + " sales GROUP BY ALL) GROUP BY product_id",
            FEWEST));
    duck.run(
        "CREATE TABLE priced AS SELECT e.* EXCLUDE (__usual) REPLACE (CASE WHEN __usual >"
            + " list_price THEN __usual ELSE list_price END AS list_price, CASE WHEN __usual >"
            + " list_price THEN round(1 - __paid / __usual, 6) ELSE discount_rate END AS"
            + " discount_rate), __usual IS NOT NULL AS __is_usual FROM (SELECT e.*, CASE WHEN"
            + " __list = 'paid' AND type IN ('purchase', 'exposure') THEN coalesce(q.price,"
            + " a.price) END AS __usual FROM events AS e LEFT JOIN usual AS q ON q.product_id ="
            + " e.product_id AND q.quarter = date_trunc('quarter', e.\"timestamp\") LEFT JOIN"
            + " (FROM usual WHERE quarter IS NULL) AS a ON a.product_id = e.product_id) AS e");
    duck.run("DROP TABLE events");
    duck.run("ALTER TABLE priced RENAME TO events");
    duck.run("DROP TABLE usual");
    duck.run("DROP TABLE sales");
    report();
  }

  private void report() {
    duck.each(
        "SELECT count_if(__is_usual), count_if(__is_usual AND discount_rate > 0), coalesce(avg("
            + "discount_rate) FILTER (__is_usual AND discount_rate > 0), 0), count_if(NOT"
            + " __is_usual AND __list = 'paid') FROM events",
        row -> {
          add(
              row.whole(0),
              Text.of(
                  "price.usual",
                  "{0} list {0,choice,1#price|1<prices} by the product''s usual price: {1} were"
                      + " paid below it, by {2,number,percent} on average. These discounts are"
                      + " inferred.",
                  row.whole(0),
                  row.whole(1),
                  row.number(2)));
          add(
              row.whole(3),
              Text.of(
                  "price.no-usual",
                  "{0} {0,choice,1#event is|1<events are} of products with too few sales for a"
                      + " usual price: what was paid counts as the list price.",
                  row.whole(3)));
        });
  }

  private void add(long count, Text text) {
    if (count > 0) {
      findings.add(new Finding(Finding.Level.NOTE, count, text));
    }
  }
}
