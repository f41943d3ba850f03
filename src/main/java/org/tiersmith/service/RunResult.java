package org.tiersmith.service;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.training.TestMetrics;
import org.tiersmith.training.metrics.Intervals;

/**
 * What a finished run came to.
 *
 * @param test on the test examples; divided by time they are later than all others
 * @param trainExamples examples to learn from
 * @param validationExamples examples to choose the epoch and calibrate by
 * @param testExamples examples to measure by
 * @param epochsDone passes over the training examples
 * @param bestEpoch the pass whose weights were kept, from 1
 * @param examplesPerSecond training examples a second
 * @param randomised whether discounts were given independently of customer and product, so that
 *     their effect may be read as a cause
 * @param warnings what makes the figures doubtful
 * @param intervals of the test's figures; null for runs of versions that had none
 */
public record RunResult(
    TestMetrics test,
    long trainExamples,
    long validationExamples,
    long testExamples,
    int epochsDone,
    int bestEpoch,
    double examplesPerSecond,
    boolean randomised,
    List<Text> warnings,
    @Nullable Intervals intervals) {

  public RunResult {
    warnings = List.copyOf(requireNonNullElse(warnings, List.of()));
  }
}
