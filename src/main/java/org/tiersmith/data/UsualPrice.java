package org.tiersmith.data;

import java.util.List;
import org.tiersmith.model.Text;

/**
 * A product's usual price on a day, for shops that tell only what was paid: the unit price at which
 * most of its sales (not units) of the calendar quarter up to that day were made; of two as
 * frequent, the higher. With fewer than {@value #FEWEST} such sales it is the same of all the
 * product's sales up to that day; with fewer than that many there is none, and the price paid
 * stands. Later sales have no say, for nobody knew them on that day. A sale below the usual price
 * was discounted by d = 1 - paid / usual; one above it was not, and its list price is what was
 * paid.
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
        "CREATE TABLE sales AS SELECT product_id, date_trunc('day', \"timestamp\") AS day,"
            + " date_trunc('quarter', \"timestamp\") AS quarter, __paid AS paid, count_if(purchased"
            + " IS NOT false AND __paid > 0) AS n FROM events WHERE type IN ('purchase',"
            + " 'exposure') AND __paid IS NOT NULL AND product_id IS NOT NULL GROUP BY ALL");
    duck.run(
        String.format(
            "CREATE TABLE usual AS SELECT DISTINCT product_id, day, CASE WHEN sum(n) OVER q >= %1$d"
                + " THEN (max({n: of_quarter, paid: paid}) OVER q).paid WHEN sum(n) OVER a >= %1$d"
                + " THEN (max({n: of_all, paid: paid}) OVER a).paid END AS price FROM (SELECT *,"
                + " sum(n) OVER (PARTITION BY product_id, quarter, paid ORDER BY day) AS"
                + " of_quarter, sum(n) OVER (PARTITION BY product_id, paid ORDER BY day) AS of_all"
                + " FROM sales) WINDOW q AS (PARTITION BY product_id, quarter ORDER BY day), a AS"
                + " (PARTITION BY product_id ORDER BY day)",
            FEWEST));
    duck.run(
        "CREATE TABLE priced AS SELECT e.* EXCLUDE (__usual) REPLACE (CASE WHEN __usual >"
            + " list_price THEN __usual ELSE list_price END AS list_price, CASE WHEN __usual >"
            + " list_price THEN round(1 - __paid / __usual, 6) ELSE discount_rate END AS"
            + " discount_rate), __usual IS NOT NULL AS __is_usual FROM (SELECT e.*, CASE WHEN"
            + " __list = 'paid' AND type IN ('purchase', 'exposure') THEN u.price END AS __usual"
            + " FROM events AS e LEFT JOIN usual AS u ON u.product_id = e.product_id AND u.day ="
            + " date_trunc('day', e.\"timestamp\")) AS e");
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
                  "{0} {0,choice,1#event|1<events} came when the product had too few sales for a"
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
