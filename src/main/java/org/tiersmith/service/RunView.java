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
    @Nullable Provenance provenance) {}
