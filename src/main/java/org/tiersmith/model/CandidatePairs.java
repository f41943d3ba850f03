package org.tiersmith.model;

import java.util.List;

/**
 * Pairs to score.
 *
 * @param features texts and numbers as of now
 * @param customerIds id of each row of {@code features.customers()}
 * @param productIds id of each row of {@code features.products()}
 * @param listPrice per pair, in the shop's currency
 * @param unitCost per pair; NaN where unknown
 */
public record CandidatePairs(
    PairFeatures features,
    List<String> customerIds,
    List<String> productIds,
    double[] listPrice,
    double[] unitCost) {

  public CandidatePairs {
    if (customerIds.size() != features.customers().rows()
        || productIds.size() != features.products().rows()
        || listPrice.length != features.size()
        || unitCost.length != features.size()) {
      throw new IllegalArgumentException("columns of unequal length");
    }
  }

  public int size() {
    return features.size();
  }
}
