package org.tiersmith.service;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;

/**
 * Pairs that a run's model has scored.
 *
 * @param pairs how many
 * @param pairsPerSecond scored a second, reading and saving not counted; NaN where not measured
 * @param rejected listed rows that could not be scored; 0 for scores of an earlier session
 * @param firstRejected file, line and reason of the first of them
 */
public record ScoreView(
    long id,
    long runId,
    long pairs,
    Instant created,
    double pairsPerSecond,
    long rejected,
    @Nullable Text firstRejected) {}
