package org.tiersmith.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tiersmith.project.RunState;
import org.tiersmith.service.RunView;
import org.tiersmith.task.JobRunner;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.training.TrainingSettings;
import org.tiersmith.ui.TestUi.HeldRunner;
import org.tiersmith.ui.kit.FxDispatcher;
import org.tiersmith.ui.kit.LoadState;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

/** State of the model screen as a whole; notes, removing, scores and pairs. */
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
  void aNoteIsKeptAndCanBeTakenBack() {
    FakeModelDesk desk = new FakeModelDesk().busy();
    ModelViewModel model = model(desk, runner());
    RunView run = model.runs().find(3).orElseThrow();
    model.note(run, "Chinese base");
    assertThat(desk.runs().get(1).notes()).isEqualTo("Chinese base");
    assertThat(model.runs().find(3).orElseThrow().notes()).isEqualTo("Chinese base");
    model.undo();
    assertThat(model.runs().find(3).orElseThrow().notes()).isEmpty();
    model.undo();
    model.redo();
    assertThat(model.runs().find(3).orElseThrow().notes()).isEqualTo("Chinese base");
  }

  @Test
  void aRemovedRunIsGoneAndOneThatPairsRestOnStays() {
    ModelViewModel model = model(new FakeModelDesk().busy(), runner());
    model.remove(model.runs().find(3).orElseThrow());
    assertThat(model.runs().all()).extracting(RunView::id).containsExactly(4L, 2L, 1L);
    assertThat(notices.open()).isEmpty();
    model.remove(model.runs().find(4).orElseThrow());
    assertThat(model.runs().find(4)).isPresent();
    assertThat(notices.open())
        .singleElement()
        .satisfies(notice -> assertThat(notice.kind()).isEqualTo(Notices.Kind.PROBLEM));
  }

  @Test
  void scoringFillsTheHillsAndAPair() {
    FakeModelDesk desk = new FakeModelDesk();
    desk.add(RunState.DONE, TrainingSettings.quick(), 0.8);
    ModelViewModel model = model(desk, runner());
    assertThat(model.scores().scoredProperty().get()).isNull();
    model.scores().score(model.runs().all().getFirst());
    assertThat(model.scores().scoredProperty().get().segments()).hasSize(5);
    assertThat(model.pair().pairProperty().get()).isNotNull();
    assertThat(model.scores().scoringProperty().get()).isFalse();
  }

  @Test
  void whileItScoresItSaysSo() {
    HeldRunner held = new HeldRunner();
    ModelViewModel model = model(new FakeModelDesk().busy(), held);
    held.release();
    model.scores().score(model.runs().all().getFirst());
    assertThat(model.scores().scoringProperty().get()).isTrue();
    held.release();
    assertThat(model.scores().scoringProperty().get()).isFalse();
  }

  @Test
  void aPairIsExplainedWhenAskedFor() {
    HeldRunner held = new HeldRunner();
    ModelViewModel model = model(new FakeModelDesk().busy().explaining(), held);
    held.release();
    assertThat(model.pair().pairProperty().get()).isNotNull();
    assertThat(model.pair().stateProperty().get()).isEqualTo(PairViewModel.State.PLAIN);
    model.pair().explain();
    assertThat(model.pair().stateProperty().get()).isEqualTo(PairViewModel.State.EXPLAINING);
    held.release();
    assertThat(model.pair().stateProperty().get()).isEqualTo(PairViewModel.State.EXPLAINED);
    model.pair().showAny();
    held.release();
    assertThat(model.pair().whyProperty().get()).isNotNull();
    ModelViewModel silent = model(new FakeModelDesk().busy(), runner());
    silent.pair().explain();
    assertThat(silent.pair().stateProperty().get()).isEqualTo(PairViewModel.State.PLAIN);
  }

  @Test
  void anUnknownPairIsTold() {
    ModelViewModel model = model(new FakeModelDesk().busy(), runner());
    PairReading before = model.pair().pairProperty().get();
    model.pair().show("nobody", "P-1");
    assertThat(notices.open()).hasSize(1);
    assertThat(model.pair().pairProperty().get()).isEqualTo(before);
    model.pair().show(" C-1 ", "P-1");
    assertThat(model.pair().pairProperty().get().view().customerId()).isEqualTo("C-1");
  }

  private ModelViewModel model(FakeModelDesk desk, JobRunner runner) {
    return new ModelViewModel(desk, new Tasks(runner, FxDispatcher.direct(), notices), notices);
  }

  private static JobRunner runner() {
    return new SameThreadJobRunner((job, failure) -> {});
  }
}
