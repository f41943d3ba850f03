package org.tiersmith.model;

import java.util.List;

/**
 * What the model reads about pairs, columnar; each text is held once.
 *
 * @param customers rows that {@code customer} points to
 * @param products rows that {@code product} points to
 * @param customer per pair, a row of {@code customers}
 * @param product per pair, a row of {@code products}
 * @param numberNames names of the pair's own numbers (price, history of this pair, ...)
 * @param numbers row-major, pairs x columns; NaN where unknown
 */
public record PairFeatures(
    FeatureTable customers,
    FeatureTable products,
    int[] customer,
    int[] product,
    List<String> numberNames,
    float[] numbers) {

  public PairFeatures {
    if (customer.length != product.length
        || numbers.length != customer.length * numberNames.size()) {
      throw new IllegalArgumentException("columns of unequal length");
    }
  }

  public int size() {
    return customer.length;
  }
}
