package org.tiersmith.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.SplitKind;
import org.tiersmith.project.RunState;
import org.tiersmith.service.RunView;
import org.tiersmith.training.CalibrationKind;
import org.tiersmith.training.TrainingSettings;

class RunsViewModelTest {
  private final FakeModelDesk desk = new FakeModelDesk().busy();
  private final RunsViewModel runs = new RunsViewModel();

  @Test
  void theLatestRunIsShownAndComparedWithTheFinishedOneBefore() {
    runs.show(desk.runs());
    assertThat(runs.selectedProperty().get().id()).isEqualTo(4);
    assertThat(runs.compared(run(4)).orElseThrow().id()).isEqualTo(3);
    assertThat(runs.compared(run(3)).orElseThrow().id()).isEqualTo(1);
    assertThat(runs.compared(run(1))).isEmpty();
  }

  @Test
  void aRunThatWasTestedOnOthersIsNotComparedUnasked() {
    TrainingSettings other =
        TrainingSettings.quick().withJudging(SplitKind.CUSTOMER, CalibrationKind.PLATT);
    desk.add(RunState.DONE, other, 0.9);
    runs.show(desk.runs());
    assertThat(runs.compared(run(5))).isEmpty();
  }

  @Test
  void chosenRunsHaveAColourEachAndAreComparedWithEachOther() {
    runs.show(desk.runs());
    runs.choose(List.of(run(4), run(1)), run(4));
    assertThat(runs.compared(run(4)).orElseThrow().id()).isEqualTo(1);
    assertThat(runs.colour(4)).isZero();
    assertThat(runs.colour(1)).isEqualTo(1);
  }

  @Test
  void noMoreAreChosenThanThereAreColours() {
    for (int i = 0; i < 6; i++) {
      desk.add(RunState.DONE, TrainingSettings.quick(), 0.8);
    }
    runs.show(desk.runs());
    runs.choose(desk.runs(), run(1));
    assertThat(runs.chosenProperty().get()).hasSize(RunsViewModel.MOST_CHOSEN);
    assertThat(runs.chosenProperty().get()).extracting(RunView::id).contains(1L);
  }

  @Test
  void aChoiceSurvivesAnotherReading() {
    runs.show(desk.runs());
    runs.choose(List.of(run(3), run(1)), run(3));
    desk.note(1, "kept");
    runs.show(desk.runs());
    assertThat(runs.selectedProperty().get().id()).isEqualTo(3);
    assertThat(runs.chosenProperty().get()).extracting(RunView::id).containsExactly(3L, 1L);
    assertThat(runs.chosenProperty().get().getLast().notes()).isEqualTo("kept");
  }

  @Test
  void whoWatchesARunSeesTheNextOneBeginAndWhoDoesNotIsLeftAlone() {
    desk.add(RunState.RUNNING, TrainingSettings.quick(), Double.NaN);
    runs.show(desk.runs());
    assertThat(runs.selectedProperty().get().id()).isEqualTo(5);
    desk.replace(5, RunState.DONE, 0.9);
    desk.add(RunState.RUNNING, TrainingSettings.quick(), Double.NaN);
    runs.show(desk.runs());
    assertThat(runs.selectedProperty().get().id()).isEqualTo(6);
    runs.select(run(2));
    desk.replace(6, RunState.DONE, 0.9);
    desk.add(RunState.RUNNING, TrainingSettings.quick(), Double.NaN);
    runs.show(desk.runs());
    assertThat(runs.selectedProperty().get().id()).isEqualTo(2);
  }

  @Test
  void theFirstQueuedIsTheFirstToCome() {
    desk.add(RunState.QUEUED, TrainingSettings.quick(), Double.NaN);
    desk.add(RunState.QUEUED, TrainingSettings.quick(), Double.NaN);
    runs.show(desk.runs());
    assertThat(runs.waiting()).extracting(RunView::id).containsExactly(5L, 6L);
    assertThat(runs.selectedProperty().get().id()).isEqualTo(4);
  }

  private RunView run(long id) {
    return runs.find(id).orElseThrow();
  }
}
