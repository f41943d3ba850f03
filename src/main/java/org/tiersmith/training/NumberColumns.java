package org.tiersmith.training;

/**
 * Whose the numbers of a pair are. They stand in the order customer, product, pair; after them
 * their flags for unknown, in the same order.
 *
 * @param customer numbers of the customer
 * @param product numbers of the product
 * @param pair numbers of the pair's own
 * @param customerFlags flags of the customer's numbers
 * @param productFlags flags of the product's numbers
 * @param pairFlags flags of the pair's numbers
 */
record NumberColumns(
    int customer, int product, int pair, int customerFlags, int productFlags, int pairFlags) {
  /** No numbers at all. */
  static final NumberColumns NONE = new NumberColumns(0, 0, 0, 0, 0, 0);

  /** Numbers without their flags. */
  int plain() {
    return customer + product + pair;
  }

  /** Columns in all: at least one, so that no matrix is empty. */
  int width() {
    return Math.max(1, plain() + customerFlags + productFlags + pairFlags);
  }
}
