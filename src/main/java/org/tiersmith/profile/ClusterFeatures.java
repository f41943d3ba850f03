package org.tiersmith.profile;

import java.util.List;

/**
 * What clusters are found by, in three blocks: {@link Behaviour}, the shares of the categories most
 * bought, and the keywords in few dimensions. Behaviour is standardised; the two other blocks are
 * centred and scaled as a whole, to half of behaviour's variance each, so that no rare category
 * outweighs the rest. A value that is missing counts as the mean.
 *
 * @param customerIds who bought, sorted
 * @param others who never bought, sorted
 * @param categories those most bought, the commonest first
 * @param points row after row, {@code width} numbers each; not to be changed
 * @param width numbers of a customer
 * @param shares of each category in the customer's purchases, row after row
 */
record ClusterFeatures(
    List<String> customerIds,
    List<String> others,
    List<String> categories,
    double[] points,
    int width,
    double[] shares) {

  int size() {
    return customerIds.size();
  }

  /** How far a group's behaviour lies from the mean of all, in standard deviations. */
  double behaviour(Behaviour of, int[] members) {
    double sum = 0;
    for (int member : members) {
      sum += points[member * width + of.ordinal()];
    }
    return sum / members.length;
  }

  /** The mean share of a category in a group's purchases. */
  double share(int category, int[] members) {
    double sum = 0;
    for (int member : members) {
      sum += shares[member * categories.size() + category];
    }
    return sum / members.length;
  }
}
