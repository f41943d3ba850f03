package org.tiersmith.training.metrics;

/**
 * Intervals of 95 % for the figures of one test, by resampling its customers. The calibration error
 * has none: every resample adds noise to it, so its interval would lie above it.
 *
 * @param customers how many were resampled
 * @param resamples how often
 */
public record Intervals(
    Interval auc,
    Interval prAuc,
    Interval logLoss,
    Interval brier,
    Interval accuracy,
    Interval precision,
    Interval recall,
    Interval specificity,
    Interval f1,
    int customers,
    int resamples) {}
