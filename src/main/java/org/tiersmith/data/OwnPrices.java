package org.tiersmith.data;

import java.util.List;
import org.tiersmith.model.Text;

/**
 * Tells of purchases and exposures without a price: their product's own is used wherever they are
 * counted (see {@link PurchaseSql}), and where that is unknown, too, they bring no money.
 */
final class OwnPrices {
  private static final String WITHOUT =
      "SELECT count(*) FROM events WHERE list_price IS NULL AND type IN ('purchase', 'exposure')";

  private final Duck duck;
  private final KnownIds known;
  private final List<Finding> findings;

  OwnPrices(Duck duck, KnownIds known, List<Finding> findings) {
    this.duck = duck;
    this.known = known;
    this.findings = findings;
  }

  /** Tells of them once the products are there. */
  void tell() {
    long without = duck.whole(WITHOUT);
    if (without == 0) {
      return;
    }
    long unknown =
        duck.whole(
            WITHOUT + " AND product_id NOT IN (SELECT product_id FROM " + known.prices() + ")");
    add(
        without - unknown,
        "quality.no-price",
        "{0} {0,choice,1#purchase or exposure has|1<purchases or exposures have} no price; the"
            + " product''s own price is used.");
    add(
        unknown,
        "quality.price-unknown",
        "{0} {0,choice,1#purchase or exposure has|1<purchases or exposures have} no price, nor has"
            + " the product: {0,choice,1#it counts|1<they count} as no money.");
  }

  private void add(long count, String key, String pattern) {
    if (count > 0) {
      findings.add(new Finding(Finding.Level.WARNING, count, Text.of(key, pattern, count)));
    }
  }
}
