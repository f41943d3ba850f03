package org.tiersmith.response;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Exposures and purchases at each rate, the sufficient statistics of every fit. */
final class RateCounts {
  private final double[] rates;
  private final long[] exposures;
  private final long[] purchases;

  RateCounts(double[] rates) {
    this.rates = rates;
    exposures = new long[rates.length];
    purchases = new long[rates.length];
  }

  void add(int bucket, boolean purchased) {
    exposures[bucket]++;
    purchases[bucket] += purchased ? 1 : 0;
  }

  void clear() {
    Arrays.fill(exposures, 0);
    Arrays.fill(purchases, 0);
  }

  double[] rates() {
    return rates;
  }

  long exposures(int bucket) {
    return exposures[bucket];
  }

  long purchases(int bucket) {
    return purchases[bucket];
  }

  long exposures() {
    return Arrays.stream(exposures).sum();
  }

  long purchases() {
    return Arrays.stream(purchases).sum();
  }

  /** Whether there are exposures at two rates or more, so that a difference can be seen. */
  boolean varies() {
    return occupied().length > 1;
  }

  /** The buckets that hold exposures. */
  int[] occupied() {
    return IntStream.range(0, rates.length).filter(j -> exposures[j] > 0).toArray();
  }

  /** Share of purchases with half a purchase and half a refusal added: in (0, 1). */
  double meanRate() {
    return (purchases() + 0.5) / (exposures() + 1.0);
  }

  /**
   * The occupied rates with one exposure more in all, spread as the others are and bought at the
   * mean rate. That keeps every fit finite where some rate always or never sells, and moves it by
   * the weight of one row.
   */
  WeightedRates weighted() {
    int[] at = occupied();
    double more = 1.0 / Math.max(1, exposures());
    double mean = meanRate();
    double[] rate = new double[at.length];
    double[] n = new double[at.length];
    double[] y = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      rate[i] = rates[at[i]];
      n[i] = exposures[at[i]] * (1 + more);
      y[i] = purchases[at[i]] + mean * more * exposures[at[i]];
    }
    return new WeightedRates(rate, n, y);
  }
}
