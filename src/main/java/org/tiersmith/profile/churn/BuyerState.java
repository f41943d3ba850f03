package org.tiersmith.profile.churn;

/**
 * What is known of a customer who has bought, as of a day.
 *
 * @param recency days since the last purchase, at least 1
 * @param orders days with a purchase, at least 1
 * @param tenure days since the first purchase
 * @param spent what was paid
 * @param left whether nothing was bought within the horizon from the day on
 */
record BuyerState(
    String customer, double recency, double orders, double tenure, double spent, boolean left) {

  /**
   * How long the customer usually stays away: the mean of its gaps between orders, and of one more
   * gap of the shop's length, so that one order says no more than the shop does.
   */
  double usualGap(double shopGap) {
    return (tenure - recency + shopGap) / orders;
  }

  /** The feature's value for a person. */
  double value(ChurnFeature feature, double shopGap) {
    return switch (feature) {
      case RECENCY -> recency;
      case FREQUENCY -> orders;
      case TENURE -> tenure;
      case OVERDUE -> recency / Math.max(1, usualGap(shopGap));
      case MONETARY -> spent;
    };
  }

  /** The features as the model reads them: logarithms, in the order of {@link ChurnFeature}. */
  double[] logs(double shopGap) {
    ChurnFeature[] features = ChurnFeature.values();
    double[] logs = new double[features.length];
    for (int j = 0; j < logs.length; j++) {
      logs[j] = Math.log1p(Math.max(0, value(features[j], shopGap)));
    }
    return logs;
  }
}
