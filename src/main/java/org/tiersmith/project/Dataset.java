package org.tiersmith.project;

import java.time.Instant;
import org.tiersmith.model.Provenance;

/**
 * One import.
 *
 * @param mapping JSON: which file and columns took which role
 * @param quality JSON: the quality report
 */
public record Dataset(
    long id,
    Instant importedAt,
    String mapping,
    String quality,
    DatasetFiles files,
    RowCounts counts,
    Provenance provenance) {}
