package org.tiersmith.project;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Provenance;

/**
 * One training run.
 *
 * @param settings JSON
 * @param device where it runs, for example {@code cpu}
 * @param started when it began; when it was asked for while it waits
 * @param finished when it ended; null while it runs and when its end was not seen
 * @param metrics JSON: the test metrics, once there are any
 * @param weights the best weights kept so far; they carry their own provenance
 * @param provenance of the whole run, once it has ended
 * @param notes what a person wrote about it
 * @param checkpoint the state from which it can go on
 * @param evaluation its answers on held-out examples
 * @param vectors of customers and products, for a two-tower model that has scored
 */
public record Run(
    long id,
    RunState state,
    String settings,
    String device,
    Instant started,
    @Nullable Instant finished,
    @Nullable String metrics,
    @Nullable ArtifactId weights,
    @Nullable Provenance provenance,
    String notes,
    @Nullable ArtifactId checkpoint,
    @Nullable ArtifactId evaluation,
    @Nullable ArtifactId vectors) {}
