package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.encoder.TinyEncoder;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.sample.SampleLanguage;
import org.tiersmith.sample.SampleSettings;
import org.tiersmith.task.CancelledException;
import org.tiersmith.task.JobContext;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.training.Proposal;
import org.tiersmith.training.TrainingSettings;

/** What is known of a run before it starts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelUseCaseTest {
  private static final int EXPOSURES = 600;

  private ProjectSession session;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    TinyEncoder.catalogue(folder.resolve("models"));
    Path shop = folder.resolve("shop");
    SampleUseCase.write(new SampleSettings(40, 20, EXPOSURES, 7, SampleLanguage.ENGLISH), shop);
    session =
        new Workbench(
                new Preferences(folder.resolve("preferences.properties")),
                new SameThreadJobRunner((_, _) -> {}),
                folder.resolve("models"))
            .create(folder.resolve("shop.tiersmith"));
    session.sample().importFrom(shop, JobContext.detached());
  }

  @AfterAll
  void close() {
    session.close();
  }

  @Test
  void thePaceIsMeasuredUntilARunTellsIt() throws IOException {
    TrainingSettings settings = settings(EncoderForm.TWO_TOWER);
    RunEstimate measured = session.model().estimate(settings, JobContext.detached());
    assertThat(measured.seconds()).isBetween(0.001, 60.0);
    assertThat(measured.steps()).isEqualTo(session.model().steps(settings, JobContext.detached()));
    // Measured once: the second answer is the same to the last digit.
    assertThat(session.model().estimate(settings, JobContext.detached())).isEqualTo(measured);
    session.model().train(settings, JobContext.detached());
    RunEstimate known = session.model().estimate(settings, JobContext.detached());
    long trainable = known.examples();
    assertThat(known).isEqualTo(RunEstimate.of(settings, trainable, session.model().runs()));
  }

  @Test
  void whereItCannotBeMeasuredItIsNotKnown() throws IOException {
    TrainingSettings settings = settings(EncoderForm.CROSS).withEncoder("nosuch");
    assertThat(session.model().estimate(settings, JobContext.detached()).seconds()).isNaN();
  }

  @Test
  void aMeasurementIsCancelled() {
    assertThatThrownBy(
            () ->
                session
                    .model()
                    .estimate(
                        settings(EncoderForm.CROSS), new JobContext(progress -> {}, () -> true)))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void proposalsFollowTheExamples() {
    TrainingSettings proposed = session.model().proposed(EncoderForm.CROSS);
    long train = Math.round(0.7 * EXPOSURES);
    assertThat(List.of(true, false))
        .anyMatch(gpu -> Proposal.of(EncoderForm.CROSS, train, gpu).equals(proposed));
    assertThat(proposed.epochs())
        .isGreaterThan(TrainingSettings.defaults(EncoderForm.CROSS).epochs());
  }

  private static TrainingSettings settings(EncoderForm form) {
    return TrainingSettings.defaults(form)
        .withEncoder(TinyEncoder.ID)
        .withSizes(1, 64, 24, 0)
        .withRun(DeviceChoice.CPU, 1);
  }
}
