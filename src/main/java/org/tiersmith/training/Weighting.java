package org.tiersmith.training;

/**
 * How much examples count by outcome; the mean over the training examples is 1, so that the
 * learning rate keeps its meaning.
 *
 * @param bought of a purchase
 * @param not of none
 */
record Weighting(double bought, double not) {
  /**
   * Weights of an objective.
   *
   * @param share of purchases among the training examples
   */
  static Weighting of(Objective objective, double share) {
    double mean = share * objective.positiveWeight() + 1 - share;
    return new Weighting(objective.positiveWeight() / mean, 1 / mean);
  }
}
