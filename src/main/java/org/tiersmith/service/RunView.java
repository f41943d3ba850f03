package org.tiersmith.service;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Provenance;
import org.tiersmith.project.RunState;
import org.tiersmith.training.TrainingSettings;

/**
 * A training run as the project keeps it.
 *
 * @param device where it runs or ran
 * @param result of a run that was finished, else null
 * @param scorable whether it kept weights that pairs can be scored with
 * @param notes what a person wrote about it
 * @param resumable whether it waits, or stopped where it can go on from
 * @param evaluated whether it kept its answers on held-out examples
 */
public record RunView(
    long id,
    RunState state,
    TrainingSettings settings,
    String device,
    Instant started,
    @Nullable Instant finished,
    @Nullable RunResult result,
    boolean scorable,
    @Nullable Provenance provenance,
    String notes,
    boolean resumable,
    boolean evaluated) {}
