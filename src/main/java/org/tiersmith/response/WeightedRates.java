package org.tiersmith.response;

/**
 * What is fitted: at each rate a weight of exposures and of purchases.
 *
 * @param rate rising
 * @param n above 0
 * @param y in (0, n)
 */
record WeightedRates(double[] rate, double[] n, double[] y) {

  int size() {
    return rate.length;
  }
}
