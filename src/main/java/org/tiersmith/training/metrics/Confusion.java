package org.tiersmith.training.metrics;

/**
 * Decisions at a threshold against outcomes. Shares are NaN where nothing could be counted.
 *
 * @param truePositives expected to buy, bought
 * @param falsePositives expected to buy, did not
 * @param trueNegatives not expected to buy, did not
 * @param falseNegatives not expected to buy, bought
 */
public record Confusion(
    long truePositives, long falsePositives, long trueNegatives, long falseNegatives) {

  public long rows() {
    return truePositives + falsePositives + trueNegatives + falseNegatives;
  }

  /** How many bought. */
  public long positives() {
    return truePositives + falseNegatives;
  }

  /** Share decided rightly. */
  public double accuracy() {
    return (double) (truePositives + trueNegatives) / rows();
  }

  /** Share of buyers among those expected to buy. */
  public double precision() {
    return (double) truePositives / (truePositives + falsePositives);
  }

  /** Share of the buyers that was expected to buy. */
  public double recall() {
    return (double) truePositives / positives();
  }

  /** Share of the others that was not expected to buy. */
  public double specificity() {
    return (double) trueNegatives / (trueNegatives + falsePositives);
  }

  /** Harmonic mean of precision and recall: 2 TP / (2 TP + FP + FN). */
  public double f1() {
    return 2.0 * truePositives / (2.0 * truePositives + falsePositives + falseNegatives);
  }

  /** The same decisions with not buying as what is looked for. */
  Confusion mirrored() {
    return new Confusion(
        /* truePositives= */ trueNegatives,
        /* falsePositives= */ falseNegatives,
        /* trueNegatives= */ truePositives,
        /* falseNegatives= */ falsePositives);
  }
}
