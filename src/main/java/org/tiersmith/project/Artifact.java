package org.tiersmith.project;

import java.time.Instant;
import org.tiersmith.model.Provenance;

/**
 * Bulk data that the project holds.
 *
 * @param kind what it is, also the end of its file name when laid out, for example {@code
 *     customers.parquet} or {@code weights.safetensors}
 * @param size in bytes
 */
public record Artifact(
    ArtifactId id, String kind, long size, Provenance provenance, Instant created) {}
