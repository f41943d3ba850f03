package org.tiersmith.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.encoder.TorchRuntime;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.Problem;
import org.tiersmith.service.ProjectSession;

/** What can't be trained with is refused before any work, and leaves no run behind. */
class TrainCommandTest {
  @TempDir private Path folder;
  private CommandRun run = new CommandRun(Path.of(""));
  private Path project = Path.of("");

  @BeforeEach
  void importSample() {
    run = new CommandRun(folder);
    project = folder.resolve("shop.tiersmith");
    assertThat(run.importSample(project)).isEqualTo(Tiersmith.OK);
  }

  @Test
  void anUnknownEncoderStartsNothing() {
    refused("no base model nosuch", "--encoder", "nosuch");
  }

  @Test
  void anUnknownSplitOrCalibrationStartsNothing() {
    refused("say time or customer", "--split", "random");
    refused("say platt or isotonic", "--calibration", "linear");
  }

  @Test
  void aMissingGpuStartsNothing() {
    assumeFalse(hasGpu(), "needs a machine or build without a GPU");
    refused("Nothing was started", "--device", "gpu");
  }

  private void refused(String why, String option, String value) {
    assertThat(run.command("train", project.toString(), option, value))
        .isEqualTo(Tiersmith.BAD_INPUT);
    assertThat(run.errors().lines()).hasSize(1).first().asString().contains(why);
    try (ProjectSession session = run.workbench().open(project)) {
      assertThat(session.model().runs()).isEmpty();
    }
  }

  private static boolean hasGpu() {
    try {
      TorchRuntime.start(DeviceChoice.GPU);
      return true;
    } catch (Problem none) {
      return false;
    }
  }
}
