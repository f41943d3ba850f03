package org.tiersmith.training.metrics;

/**
 * One bin of a reliability diagram.
 *
 * @param predicted mean predicted probability
 * @param observed share that bought
 * @param rows examples in the bin
 */
public record ReliabilityBin(double predicted, double observed, long rows) {}
