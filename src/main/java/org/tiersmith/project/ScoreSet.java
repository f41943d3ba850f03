package org.tiersmith.project;

import java.time.Instant;
import org.tiersmith.model.Provenance;

/**
 * Scored pairs of one run.
 *
 * @param pairs the artifact with p0 and k per pair
 * @param pairCount its rows
 */
public record ScoreSet(
    long id,
    long runId,
    ArtifactId pairs,
    long pairCount,
    Instant created,
    Provenance provenance) {}
