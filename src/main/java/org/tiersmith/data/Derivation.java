package org.tiersmith.data;

import java.util.Locale;

/**
 * What an import may assume about the list price of a sale of which only the paid price is told.
 */
public enum Derivation {
  /** Nothing: the paid price is the list price, and there was no discount. */
  NONE,
  /** The product's usual price; what was paid below it is a discount. */
  USUAL_PRICE;

  /** The name in a mapping file. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
