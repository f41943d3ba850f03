package org.tiersmith.data;

import java.util.List;
import org.tiersmith.model.Text;

/**
 * Gives purchases and exposures without a price their product's own, so that all that is worked out
 * of them later counts the same.
 */
final class OwnPrices {
  private static final String WITHOUT =
      "events.list_price IS NULL AND type IN ('purchase', 'exposure')";

  private final Duck duck;
  private final KnownIds known;
  private final List<Finding> findings;

  OwnPrices(Duck duck, KnownIds known, List<Finding> findings) {
    this.duck = duck;
    this.known = known;
    this.findings = findings;
  }

  /** Fills in what is known, once the products are there, and tells of it. */
  void fill() {
    long without = without();
    if (without == 0) {
      return;
    }
    duck.run("CREATE TABLE own_prices AS " + known.prices());
    if (duck.whole("SELECT count(*) FROM own_prices") > 0) {
      duck.run(
          "UPDATE events SET list_price = p.price FROM own_prices AS p WHERE p.product_id ="
              + " events.product_id AND "
              + WITHOUT);
    }
    duck.run("DROP TABLE own_prices");
    long left = without();
    add(
        without - left,
        "quality.no-price",
        "{0} {0,choice,1#purchase or exposure has|1<purchases or exposures have} no price; the"
            + " product''s own price is taken.");
    add(
        left,
        "quality.price-unknown",
        "{0} {0,choice,1#purchase or exposure has|1<purchases or exposures have} no price, nor has"
            + " the product: {0,choice,1#it counts|1<they count} as no money.");
  }

  private long without() {
    return duck.whole("SELECT count(*) FROM events WHERE " + WITHOUT);
  }

  private void add(long count, String key, String pattern) {
    if (count > 0) {
      findings.add(new Finding(Finding.Level.WARNING, count, Text.of(key, pattern, count)));
    }
  }
}
