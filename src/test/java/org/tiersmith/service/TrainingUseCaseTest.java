package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
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
class TrainingUseCaseTest {
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
  void thePaceIsMeasuredOnce() throws IOException {
    TrainingSettings settings = settings(EncoderForm.TWO_TOWER);
    RunEstimate measured = estimate(settings);
    assertThat(measured.seconds()).isBetween(0.001, 60.0);
    assertThat(measured.steps())
        .isEqualTo(session.training().steps(settings, JobContext.detached()));
    // The second answer is the same to the last digit.
    assertThat(estimate(settings)).isEqualTo(measured);
  }

  @Test
  void runsThatAreAlikeDifferByWhatTheyDoAndOthersAreMeasured() throws IOException {
    TrainingSettings one = bare(settings(EncoderForm.TWO_TOWER));
    TrainingSettings longer = one.withSizes(2, 64, 32, 0);
    List<RunEstimate> each =
        session
            .training()
            .estimates(
                List.of(one, one.withSizes(2, 64, 24, 0), longer, longer), JobContext.detached());
    assertThat(each.get(1).steps()).isEqualTo(2 * each.get(0).steps());
    assertThat(each.get(1).seconds()).isGreaterThan(each.get(0).seconds());
    assertThat(each.get(2).seconds()).isNotEqualTo(each.get(1).seconds());
    assertThat(each.get(3)).isEqualTo(each.get(2));
  }

  @Test
  void beyondSomeKindsOthersGoAtThePaceOfTheFirst() throws IOException {
    TrainingSettings one = bare(settings(EncoderForm.TWO_TOWER));
    List<TrainingSettings> many =
        IntStream.rangeClosed(1, 9).mapToObj(i -> one.withSizes(1, 30 + i, 24, 0)).toList();
    List<RunEstimate> each = session.training().estimates(many, JobContext.detached());
    assertThat(each.get(7).seconds()).isNotEqualTo(each.get(0).seconds());
    assertThat(each.get(8).seconds()).isEqualTo(each.get(0).seconds());
  }

  @Test
  void whereItCannotBeMeasuredItIsNotKnown() throws IOException {
    assertThat(estimate(settings(EncoderForm.CROSS).withEncoder("nosuch")).seconds()).isNaN();
  }

  @Test
  void aMeasurementIsCancelled() {
    assertThatThrownBy(
            () ->
                session
                    .training()
                    .estimates(
                        List.of(settings(EncoderForm.CROSS)),
                        new JobContext(progress -> {}, () -> true)))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void proposalsFollowTheExamples() {
    TrainingSettings proposed = session.training().proposed(EncoderForm.CROSS);
    long train = Math.round(0.7 * EXPOSURES);
    assertThat(List.of(true, false))
        .anyMatch(gpu -> Proposal.of(EncoderForm.CROSS, train, gpu).equals(proposed));
    assertThat(proposed.epochs())
        .isGreaterThan(TrainingSettings.defaults(EncoderForm.CROSS).epochs());
  }

  @Test
  void proposalsFollowWhatWasChosen() {
    TrainingSettings all = session.training().proposed(EncoderForm.CROSS, DeviceChoice.CPU, 0);
    assertThat(all).isEqualTo(Proposal.of(EncoderForm.CROSS, Math.round(0.7 * EXPOSURES), false));
    TrainingSettings few =
        session.training().proposed(EncoderForm.TWO_TOWER, DeviceChoice.CPU, 100);
    assertThat(few).isEqualTo(Proposal.of(EncoderForm.TWO_TOWER, 100, false));
  }

  private RunEstimate estimate(TrainingSettings settings) throws IOException {
    return session.training().estimates(List.of(settings), JobContext.detached()).getFirst();
  }

  private static TrainingSettings bare(TrainingSettings settings) {
    return settings.with(settings.tuning().with(0, 0));
  }

  private static TrainingSettings settings(EncoderForm form) {
    return TrainingSettings.defaults(form)
        .withEncoder(TinyEncoder.ID)
        .withSizes(1, 64, 24, 0)
        .withRun(DeviceChoice.CPU, 1);
  }
}
