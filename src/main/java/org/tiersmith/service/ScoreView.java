package org.tiersmith.service;

import java.time.Instant;

/**
 * Pairs that a run's model has scored.
 *
 * @param pairs how many
 * @param pairsPerSecond scored a second, reading and saving not counted; NaN where not measured
 */
public record ScoreView(long id, long runId, long pairs, Instant created, double pairsPerSecond) {}
