package org.tiersmith.model;

import java.util.List;

/**
 * Pairs with what the model says of them, columnar.
 *
 * @param customerIds distinct customers
 * @param productIds distinct products
 * @param customer per pair, an index into {@code customerIds}
 * @param product per pair, an index into {@code productIds}
 * @param p0 purchase probability at list price, in (0, 1)
 * @param k discount sensitivity, at least 0: hazard gained per unit of discount rate
 * @param listPrice in the shop's currency
 * @param unitCost NaN where unknown
 * @param similarity cosine of the customer's and the product's vector, in [-1, 1]; empty where the
 *     model has no vectors of its own for each
 */
public record ScoredPairs(
    List<String> customerIds,
    List<String> productIds,
    int[] customer,
    int[] product,
    double[] p0,
    double[] k,
    double[] listPrice,
    double[] unitCost,
    float[] similarity) {

  public ScoredPairs {
    int n = customer.length;
    if (product.length != n
        || p0.length != n
        || k.length != n
        || listPrice.length != n
        || unitCost.length != n
        || (similarity.length != n && similarity.length != 0)) {
      throw new IllegalArgumentException("columns of unequal length");
    }
  }

  /** Pairs of a model without vectors. */
  public ScoredPairs(
      List<String> customerIds,
      List<String> productIds,
      int[] customer,
      int[] product,
      double[] p0,
      double[] k,
      double[] listPrice,
      double[] unitCost) {
    this(customerIds, productIds, customer, product, p0, k, listPrice, unitCost, new float[0]);
  }

  public int size() {
    return customer.length;
  }

  /** Whether each pair has a similarity. */
  public boolean hasSimilarity() {
    return similarity.length == size() && size() > 0;
  }
}
