package org.tiersmith.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.project.RunState;
import org.tiersmith.service.ProjectChange;
import org.tiersmith.task.JobRunner;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.training.TrainingSettings;
import org.tiersmith.ui.TestUi.HeldRunner;
import org.tiersmith.ui.kit.FxDispatcher;
import org.tiersmith.ui.kit.LoadState;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;
import org.tiersmith.ui.model.RunForm.Field;

/** State and commands of the model screen. */
class ModelViewModelTest {
  private final Notices notices = new Notices();

  @Test
  void eachStateIsReached() {
    ModelViewModel bare = model(new FakeModelDesk().withoutData(), runner());
    assertThat(bare.stateProperty().get()).isEqualTo(LoadState.NOTHING);
    assertThat(bare.trainableProperty().get()).isFalse();
    ModelViewModel untrained = model(new FakeModelDesk(), runner());
    assertThat(untrained.stateProperty().get()).isEqualTo(LoadState.NOTHING);
    assertThat(untrained.trainableProperty().get()).isTrue();
    assertThat(model(new FakeModelDesk().busy(), runner()).stateProperty().get())
        .isEqualTo(LoadState.READY);
    HeldRunner held = new HeldRunner();
    ModelViewModel model = model(new FakeModelDesk(), held);
    assertThat(model.stateProperty().get()).isEqualTo(LoadState.LOADING);
    held.release();
    assertThat(model.stateProperty().get()).isEqualTo(LoadState.NOTHING);
  }

  @Test
  void theLatestRunIsShownAndComparedWithTheFinishedOneBefore() {
    ModelViewModel model = model(new FakeModelDesk().busy(), runner());
    assertThat(model.selectedProperty().get().id()).isEqualTo(4);
    assertThat(model.before(model.selectedProperty().get()).orElseThrow().id()).isEqualTo(3);
    assertThat(model.before(model.runs().get(1)).orElseThrow().id()).isEqualTo(1);
  }

  @Test
  void manyPointsMakeFewReadings() {
    FakeModelDesk desk = new FakeModelDesk().busy();
    HeldRunner held = new HeldRunner();
    ModelViewModel model = model(desk, held);
    held.release();
    int before = desk.seriesReads();
    desk.curve(900, 3);
    for (int i = 0; i < 50; i++) {
      desk.publish(ProjectChange.RUN_POINT);
    }
    held.release();
    assertThat(desk.seriesReads() - before).isEqualTo(2);
    assertThat(model.pointsProperty().get()).anyMatch(point -> point.step() == 900);
  }

  @Test
  void aRunThatEndsIsSelectedAndTold() {
    ModelViewModel model = model(new FakeModelDesk().busy(), runner());
    model.train(TrainingSettings.quick());
    assertThat(model.selectedProperty().get().id()).isEqualTo(5);
    assertThat(model.cancellableProperty().get()).isFalse();
    assertThat(notices.open()).hasSize(1);
  }

  @Test
  void aRunStartedHereCanBeCancelled() {
    HeldRunner held = new HeldRunner();
    ModelViewModel model = model(new FakeModelDesk(), held);
    held.release();
    model.train(TrainingSettings.quick());
    assertThat(model.cancellableProperty().get()).isTrue();
    model.cancel();
    held.release();
    assertThat(model.cancellableProperty().get()).isFalse();
    assertThat(model.runs()).isEmpty();
    assertThat(notices.open()).isEmpty();
  }

  @Test
  void showsThatARunIsGoing() {
    FakeModelDesk desk = new FakeModelDesk();
    ModelViewModel model = model(desk, runner());
    desk.add(RunState.RUNNING, TrainingSettings.quick(), Double.NaN);
    desk.publish(ProjectChange.RUN_STARTED);
    assertThat(model.stateProperty().get()).isEqualTo(LoadState.READY);
    assertThat(model.trainingProperty().get()).isTrue();
  }

  @Test
  void scoringFillsTheHillsAndAPair() {
    FakeModelDesk desk = new FakeModelDesk();
    desk.add(RunState.DONE, TrainingSettings.quick(), 0.8);
    ModelViewModel model = model(desk, runner());
    assertThat(model.scoredProperty().get()).isNull();
    model.score();
    assertThat(model.scoredProperty().get().segments()).hasSize(5);
    assertThat(model.pairProperty().get()).isNotNull();
    assertThat(model.scoringProperty().get()).isFalse();
  }

  @Test
  void anUnknownPairIsTold() {
    ModelViewModel model = model(new FakeModelDesk().busy(), runner());
    PairReading before = model.pairProperty().get();
    model.showPair("nobody", "P-1");
    assertThat(notices.open()).hasSize(1);
    assertThat(model.pairProperty().get()).isEqualTo(before);
    model.showPair(" C-1 ", "P-1");
    assertThat(model.pairProperty().get().view().customerId()).isEqualTo("C-1");
  }

  @Test
  void theFormTakesOnlyWhatMakesSense() {
    RunForm form = new RunForm();
    TrainingSettings base = TrainingSettings.defaults(EncoderForm.CROSS);
    form.fill(base);
    form.deviceProperty().set(DeviceChoice.CPU);
    assertThat(form.settings(base)).contains(base.withRun(DeviceChoice.CPU, base.seed()));
    form.textProperty(Field.MAX_LENGTH).set("8");
    assertThat(form.isValid(Field.MAX_LENGTH)).isFalse();
    assertThat(form.settings(base)).isEmpty();
    form.textProperty(Field.MAX_LENGTH).set("64");
    form.textProperty(Field.EPOCHS).set("three");
    assertThat(form.validProperty().get()).isFalse();
    form.textProperty(Field.EPOCHS).set(" 3 ");
    assertThat(form.settings(base).orElseThrow().epochs()).isEqualTo(3);
  }

  @Test
  void theFormProposesAndStarts() {
    FakeModelDesk desk = new FakeModelDesk();
    TrainingSettings[] started = new TrainingSettings[1];
    RunFormViewModel form =
        new RunFormViewModel(desk, tasks(runner()), notices, settings -> started[0] = settings);
    assertThat(form.openProperty().get()).isFalse();
    form.show();
    assertThat(form.openProperty().get()).isTrue();
    assertThat(form.encoderIds()).contains("all-minilm-l6-v2", "bge-small-zh-v15");
    form.form().formProperty().set(EncoderForm.CROSS);
    form.start();
    assertThat(form.openProperty().get()).isFalse();
    assertThat(started[0]).isEqualTo(desk.proposed(EncoderForm.CROSS));
  }

  private ModelViewModel model(FakeModelDesk desk, JobRunner runner) {
    return new ModelViewModel(desk, tasks(runner), notices);
  }

  private Tasks tasks(JobRunner runner) {
    return new Tasks(runner, FxDispatcher.direct(), notices);
  }

  private static JobRunner runner() {
    return new SameThreadJobRunner((job, failure) -> {});
  }
}
