package org.tiersmith.service;

import org.tiersmith.training.TestMetrics;

/**
 * What a finished run came to.
 *
 * @param test on the test examples, which are later than all others
 * @param trainExamples examples to learn from
 * @param validationExamples examples to choose the epoch and calibrate by
 * @param testExamples examples to measure by
 * @param epochsDone passes over the training examples
 * @param bestEpoch the pass whose weights were kept, from 1
 * @param examplesPerSecond training examples a second
 * @param randomised whether discounts were given independently of customer and product, so that
 *     their effect may be read as a cause
 */
public record RunResult(
    TestMetrics test,
    long trainExamples,
    long validationExamples,
    long testExamples,
    int epochsDone,
    int bestEpoch,
    double examplesPerSecond,
    boolean randomised) {}
