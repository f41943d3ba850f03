package org.tiersmith.project;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Provenance;

/**
 * A frozen plan.
 *
 * @param scenario JSON: the scenario as it was
 * @param totals JSON: its figures
 * @param decisions the artifact with the decision per pair
 * @param pairs the artifact with those pairs; null for plans before file version 2, whose decisions
 *     hold all
 */
public record StoredPlan(
    long id,
    String name,
    String scenario,
    String totals,
    ArtifactId decisions,
    @Nullable ArtifactId pairs,
    Instant created,
    Provenance provenance) {}
