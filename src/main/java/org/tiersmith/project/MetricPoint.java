package org.tiersmith.project;

/**
 * One point of a run's series.
 *
 * @param series for example {@code train.loss}
 * @param step optimizer steps or epochs, as the series counts
 */
public record MetricPoint(String series, long step, double value) {}
