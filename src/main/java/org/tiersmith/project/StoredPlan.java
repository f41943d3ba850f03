package org.tiersmith.project;

import java.time.Instant;
import org.tiersmith.model.Provenance;

/**
 * A frozen plan.
 *
 * @param scenario JSON: the scenario as it was
 * @param totals JSON: its figures
 * @param decisions the artifact with the decision per pair
 */
public record StoredPlan(
    long id,
    String name,
    String scenario,
    String totals,
    ArtifactId decisions,
    Instant created,
    Provenance provenance) {}
