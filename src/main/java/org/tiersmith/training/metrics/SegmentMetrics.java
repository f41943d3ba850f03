package org.tiersmith.training.metrics;

/**
 * How well the probabilities fit one segment.
 *
 * @param segment its name
 * @param rows examples of its customers
 * @param customers with an example
 * @param baseRate share of the examples that ended in a purchase; NaN without rows
 * @param predicted mean probability; NaN without rows
 * @param auc NaN without both outcomes
 * @param logLoss in nats; NaN without rows
 * @param ece over up to ten bins of at least 50 rows; NaN without rows
 * @param confusion at the threshold asked for
 */
public record SegmentMetrics(
    String segment,
    long rows,
    long customers,
    double baseRate,
    double predicted,
    double auc,
    double logLoss,
    double ece,
    Confusion confusion) {}
