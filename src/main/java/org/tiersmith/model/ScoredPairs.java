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
 */
public record ScoredPairs(
    List<String> customerIds,
    List<String> productIds,
    int[] customer,
    int[] product,
    double[] p0,
    double[] k,
    double[] listPrice,
    double[] unitCost) {

  public ScoredPairs {
    int n = customer.length;
    if (product.length != n
        || p0.length != n
        || k.length != n
        || listPrice.length != n
        || unitCost.length != n) {
      throw new IllegalArgumentException("columns of unequal length");
    }
  }

  public int size() {
    return customer.length;
  }
}
