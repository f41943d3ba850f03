package org.tiersmith.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tiersmith.project.RunState;
import org.tiersmith.service.RunView;
import org.tiersmith.task.JobRunner;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.training.TrainingSettings;
import org.tiersmith.ui.TestUi.HeldRunner;
import org.tiersmith.ui.kit.FxDispatcher;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;
import org.tiersmith.ui.model.QueueViewModel.State;

class QueueViewModelTest {
  private final Notices notices = new Notices();
  private final FakeModelDesk desk = new FakeModelDesk();

  @Test
  void queuedRunsAreTrainedInTheirOrderAndTold() {
    ModelViewModel model = model(runner());
    model.queue().enqueue(three());
    assertThat(desk.order()).containsExactly(1L, 2L, 3L);
    assertThat(model.queue().stateProperty().get()).isEqualTo(State.IDLE);
    assertThat(model.queue().waitingProperty().get()).isZero();
    assertThat(model.runs().all()).allMatch(run -> run.state() == RunState.DONE);
    assertThat(notices.open()).hasSize(3);
    assertThat(model.runs().selectedProperty().get().id()).isEqualTo(3);
  }

  @Test
  void aPausedRunStopsTheQueueAndResumedGoesOnBeforeTheOthers() {
    HeldRunner held = new HeldRunner();
    ModelViewModel model = model(held);
    held.release();
    model.queue().enqueue(three());
    desk.pause(1);
    held.release();
    // The fake run stops at once; the queue went on, for nobody pressed the button.
    assertThat(desk.order()).containsExactly(1L, 2L, 3L);
    model.queue().resume(model.runs().find(1).orElseThrow());
    held.release();
    assertThat(desk.order()).containsExactly(1L, 2L, 3L, 1L);
    assertThat(model.runs().find(1).orElseThrow().state()).isEqualTo(RunState.DONE);
  }

  @Test
  void whoPausesHoldsTheWholeQueue() {
    HeldRunner held = new HeldRunner();
    ModelViewModel model = model(held);
    held.release();
    desk.add(RunState.QUEUED, TrainingSettings.quick(), Double.NaN);
    desk.add(RunState.QUEUED, TrainingSettings.quick(), Double.NaN);
    model.runs().show(desk.runs());
    model.queue().resume(model.runs().find(1).orElseThrow());
    assertThat(model.queue().stateProperty().get()).isEqualTo(State.RUNNING);
    model.queue().pause();
    desk.pause(1); // Held back as well: the run itself would not see it in time.
    assertThat(model.queue().stateProperty().get()).isEqualTo(State.PAUSING);
    held.release();
    assertThat(model.queue().stateProperty().get()).isEqualTo(State.IDLE);
    assertThat(model.runs().find(1).orElseThrow().state()).isEqualTo(RunState.PAUSED);
    assertThat(desk.order()).containsExactly(1L);
    assertThat(model.queue().waitingProperty().get()).isEqualTo(1);
    model.queue().resume(model.runs().find(1).orElseThrow());
    held.release();
    assertThat(desk.order()).containsExactly(1L, 1L, 2L);
  }

  @Test
  void aRunThatCannotGoOnIsToldAndTheNextBegins() {
    ModelViewModel model = model(runner());
    desk.failsOn(1);
    model.queue().enqueue(three());
    assertThat(desk.order()).containsExactly(2L, 3L);
    assertThat(notices.open().getFirst().kind()).isEqualTo(Notices.Kind.PROBLEM);
  }

  @Test
  void aCancelledRunEndsWithoutAWord() {
    HeldRunner held = new HeldRunner();
    ModelViewModel model = model(held);
    held.release();
    desk.add(RunState.QUEUED, TrainingSettings.quick(), Double.NaN);
    model.runs().show(desk.runs());
    model.queue().resume(model.runs().find(1).orElseThrow());
    model.queue().cancel();
    assertThat(model.queue().stateProperty().get()).isEqualTo(State.CANCELLING);
    held.release();
    assertThat(model.queue().stateProperty().get()).isEqualTo(State.IDLE);
    assertThat(notices.open()).isEmpty();
  }

  @Test
  void runsThatWaitedWhenTheProjectWasClosedStayUntilOneIsResumed() {
    desk.add(RunState.QUEUED, TrainingSettings.quick(), Double.NaN);
    ModelViewModel model = model(runner());
    assertThat(desk.order()).isEmpty();
    assertThat(model.queue().waitingProperty().get()).isEqualTo(1);
    model.queue().resume(run(model));
    assertThat(desk.order()).containsExactly(1L);
  }

  private static RunView run(ModelViewModel model) {
    return model.runs().all().getFirst();
  }

  private static List<TrainingSettings> three() {
    TrainingSettings one = TrainingSettings.quick();
    return List.of(one, one, one);
  }

  private ModelViewModel model(JobRunner runner) {
    return new ModelViewModel(desk, new Tasks(runner, FxDispatcher.direct(), notices), notices);
  }

  private static JobRunner runner() {
    return new SameThreadJobRunner((job, failure) -> {});
  }
}
