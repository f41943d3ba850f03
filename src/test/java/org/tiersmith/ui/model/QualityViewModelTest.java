package org.tiersmith.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.training.metrics.Confusion;
import org.tiersmith.ui.TestUi.HeldRunner;
import org.tiersmith.ui.kit.FxDispatcher;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;
import org.tiersmith.ui.model.QualityViewModel.State;

class QualityViewModelTest {
  private final Notices notices = new Notices();
  private final FakeModelDesk desk = new FakeModelDesk().busy();
  private final RunsViewModel runs = new RunsViewModel();

  @Test
  void eachStateIsReached() {
    HeldRunner held = new HeldRunner();
    QualityViewModel model =
        new QualityViewModel(desk, new Tasks(held, FxDispatcher.direct(), notices), notices, runs);
    assertThat(model.stateProperty().get()).isEqualTo(State.NOTHING);
    runs.show(desk.runs());
    assertThat(model.stateProperty().get()).isEqualTo(State.READING);
    held.release();
    assertThat(model.stateProperty().get()).isEqualTo(State.READY);
    runs.select(runs.find(2).orElseThrow());
    assertThat(model.stateProperty().get()).isEqualTo(State.NOTHING);
    assertThat(model.confusionBinding().get()).isNull();
    assertThat(model.moneyBinding().get()).isNull();
  }

  @Test
  void allFiguresFollowTheThresholdAtOnce() {
    QualityViewModel model = ready();
    assertThat(model.thresholdProperty().get()).isEqualTo(0.37);
    Confusion before = Optional.ofNullable(model.confusionBinding().get()).orElseThrow();
    model.thresholdProperty().set(0.8);
    Confusion after = Optional.ofNullable(model.confusionBinding().get()).orElseThrow();
    assertThat(after.falseNegatives()).isGreaterThan(before.falseNegatives());
    assertThat(after.rows()).isEqualTo(before.rows());
    double cost = waste(model);
    model.discountProperty().set(2 * model.discountProperty().get());
    assertThat(waste(model)).isCloseTo(2 * cost, within(1e-9));
  }

  @Test
  void anotherRunsNoteLeavesTheThresholdAlone() {
    QualityViewModel model = ready();
    model.thresholdProperty().set(0.6);
    desk.note(4, "noted");
    runs.show(desk.runs());
    assertThat(model.thresholdProperty().get()).isEqualTo(0.6);
    assertThat(model.stateProperty().get()).isEqualTo(State.READY);
  }

  @Test
  void otherSegmentsLeaveTheThresholdAlone() {
    QualityViewModel model = ready();
    RunQuality before = model.qualityProperty().get();
    model.thresholdProperty().set(0.6);
    model.refresh();
    assertThat(model.qualityProperty().get()).isNotSameAs(before);
    assertThat(model.thresholdProperty().get()).isEqualTo(0.6);
  }

  private static double waste(QualityViewModel model) {
    return Optional.ofNullable(model.moneyBinding().get()).orElseThrow().waste();
  }

  private QualityViewModel ready() {
    Tasks tasks =
        new Tasks(new SameThreadJobRunner((job, failure) -> {}), FxDispatcher.direct(), notices);
    QualityViewModel model = new QualityViewModel(desk, tasks, notices, runs);
    runs.show(desk.runs());
    return model;
  }
}
