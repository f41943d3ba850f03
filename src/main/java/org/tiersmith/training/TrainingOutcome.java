package org.tiersmith.training;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a finished run leaves.
 *
 * @param weights the best epoch's weights, safetensors, self-describing
 * @param test metrics on the test examples
 * @param heldOut answers on the validation and test examples
 * @param device where it ran, with all that bears on the result, for example {@code cpu, 2 threads,
 *     bfloat16}
 * @param epochsDone epochs trained
 * @param bestEpoch the epoch whose weights were kept, from 1
 * @param validationLoss of the kept weights, calibrated
 * @param examplesPerSecond training examples a second, validation not counted
 * @param optimiserBytes what the optimiser held beside the weights
 * @param settings every setting as text, for provenance
 * @param versions programs that took part, for provenance
 */
public record TrainingOutcome(
    Path weights,
    TestMetrics test,
    HeldOut heldOut,
    String device,
    int epochsDone,
    int bestEpoch,
    double validationLoss,
    double examplesPerSecond,
    long optimiserBytes,
    Map<String, String> settings,
    Map<String, String> versions) {}
