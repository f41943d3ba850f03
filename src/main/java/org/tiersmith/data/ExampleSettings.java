package org.tiersmith.data;

import org.tiersmith.model.Problem;
import org.tiersmith.model.SplitKind;

/**
 * How examples are made.
 *
 * @param negatives sampled negatives per purchase where there are no exposures
 * @param trainShare share of the examples to train on, in (0, 1)
 * @param validationShare share of the examples to validate on, in (0, 1)
 * @param seed seed of the sampling, and of the split by customer
 * @param split how they are divided
 */
public record ExampleSettings(
    int negatives, double trainShare, double validationShare, long seed, SplitKind split) {

  /** Three negatives; 70, 15 and 15 percent, by time. */
  public static final ExampleSettings DEFAULT =
      new ExampleSettings(3, 0.70, 0.15, 1, SplitKind.TIME);

  public ExampleSettings {
    if (negatives < 1 || negatives > 100) {
      throw Problem.of(
          "examples.negatives",
          "Negatives per purchase lie between 1 and 100, not {0}.",
          negatives);
    }
    if (!(trainShare > 0 && validationShare > 0 && trainShare + validationShare < 1)) {
      throw Problem.of(
          "examples.shares",
          "The shares for training ({0}) and validation ({1}) must be above 0 and leave some for"
              + " the test.",
          "" + trainShare,
          "" + validationShare);
    }
  }

  public ExampleSettings withSeed(long other) {
    return new ExampleSettings(negatives, trainShare, validationShare, other, split);
  }

  public ExampleSettings withSplit(SplitKind other) {
    return new ExampleSettings(negatives, trainShare, validationShare, seed, other);
  }
}
