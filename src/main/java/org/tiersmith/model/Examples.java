package org.tiersmith.model;

import java.util.List;

/**
 * Exposures to learn from, columnar.
 *
 * @param features texts and numbers, as known before each exposure
 * @param discount discount rate of each exposure, in [0, 1)
 * @param purchased whether the customer bought
 * @param split ordinal of each exposure's {@link Split}
 * @param eventIds the event behind each exposure, empty where it was sampled
 */
public record Examples(
    PairFeatures features,
    float[] discount,
    boolean[] purchased,
    byte[] split,
    List<String> eventIds) {

  public Examples {
    int n = features.size();
    if (discount.length != n
        || purchased.length != n
        || split.length != n
        || eventIds.size() != n) {
      throw new IllegalArgumentException("columns of unequal length");
    }
  }

  public int size() {
    return features.size();
  }
}
