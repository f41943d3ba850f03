package org.tiersmith.training;

import org.tiersmith.model.Examples;

/**
 * Examples and how they are parted.
 *
 * @param examples what to learn from
 * @param rows their parts
 */
record LearningData(Examples examples, SplitRows rows) {
  /** Share of purchases among the training examples. */
  double shareBought() {
    int bought = 0;
    for (int row : rows.train()) {
      bought += examples.purchased()[row] ? 1 : 0;
    }
    return (double) bought / rows.train().length;
  }
}
