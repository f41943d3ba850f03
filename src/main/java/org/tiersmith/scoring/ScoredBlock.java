package org.tiersmith.scoring;

import org.jspecify.annotations.Nullable;

/**
 * Scored pairs of some customers in a row: as many for each, customer by customer.
 *
 * @param customer the first customer's index
 * @param width pairs per customer
 * @param product per pair, a product's index; null where they are all products in order
 * @param p0 per pair, in (0, 1)
 * @param k per pair, at least 0
 * @param similarity per pair, cosine of the two vectors, in [-1, 1]
 */
public record ScoredBlock(
    int customer, int width, int @Nullable [] product, float[] p0, float[] k, float[] similarity) {
  /** Pairs in the block. */
  public int size() {
    return p0.length;
  }

  /** The customer's index of a pair. */
  public int customer(int pair) {
    return customer + pair / width;
  }

  /** The product's index of a pair. */
  public int product(int pair) {
    return product == null ? pair % width : product[pair];
  }
}
