package org.tiersmith.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tiersmith.project.MetricPoint;
import org.tiersmith.project.RunState;
import org.tiersmith.service.ProjectChange;
import org.tiersmith.service.RunView;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.training.TrainingSettings;
import org.tiersmith.ui.TestUi.HeldRunner;
import org.tiersmith.ui.kit.FxDispatcher;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

class CurvesViewModelTest {
  private final Notices notices = new Notices();

  @Test
  void manyPointsMakeFewReadingsAndOnlyWhatIsNewIsRead() {
    FakeModelDesk desk = new FakeModelDesk().busy();
    HeldRunner held = new HeldRunner();
    ModelViewModel model =
        new ModelViewModel(desk, new Tasks(held, FxDispatcher.direct(), notices), notices);
    held.release();
    int reads = desk.seriesReads();
    int points = desk.pointsRead();
    desk.curve(4, 605, 2);
    for (int i = 0; i < 50; i++) {
      desk.publish(ProjectChange.RUN_POINT);
    }
    held.release();
    assertThat(desk.seriesReads() - reads).isEqualTo(2);
    assertThat(desk.pointsRead() - points).isLessThan(20);
    RunCurve curve = model.curves().curve(4);
    assertThat(curve.lastStep()).isEqualTo(605);
    assertThat(curve.track("train.loss").size()).isEqualTo(121);
  }

  @Test
  void theCurvesOfAllChosenRunsAreRead() {
    FakeModelDesk desk = new FakeModelDesk().busy();
    ModelViewModel model = model(desk);
    List<RunView> all = List.copyOf(model.runs().all());
    model.runs().choose(List.of(all.get(0), all.get(3)), all.get(0));
    assertThat(model.curves().curve(1).lastStep()).isEqualTo(600);
    assertThat(model.curves().curve(4).lastStep()).isEqualTo(600);
    assertThat(model.curves().curve(2).lastStep()).isZero();
  }

  @Property(tries = 30)
  void aTrackThatGrowsIsTheOneThatWasReadAtOnce(
      @ForAll @IntRange(min = 1, max = 2000) int size,
      @ForAll @IntRange(min = 1, max = 50) int by) {
    Track whole = new Track(0.05);
    Track grown = new Track(0.05);
    for (int i = 1; i <= size; i++) {
      whole.add(i, Math.sin(i));
    }
    for (int from = 1; from <= size; from += by) {
      // Each reading begins with the last point of the one before.
      for (int i = Math.max(1, from - 1); i < Math.min(size + 1, from + by); i++) {
        grown.add(i, Math.sin(i));
      }
      assertThat(grown.raw("", 1, false).size()).isEqualTo(grown.size());
    }
    assertThat(grown.smoothed("s", 2)).isEqualTo(whole.smoothed("s", 2));
    assertThat(grown.raw("r", 1, false)).isEqualTo(whole.raw("r", 1, false));
    assertThat(grown.low()).isLessThanOrEqualTo(grown.high());
  }

  @Test
  void aSmoothedLineLagsBehindByTheSamePartOfAnySeries() {
    for (int size : new int[] {1000, 100_000}) {
      Track track = new Track(0.03);
      for (int i = 1; i <= size; i++) {
        track.add(i, i / (double) size + (i % 2 == 0 ? 0.5 : -0.5));
      }
      assertThat(track.smoothed("", 1).y()[size - 1]).isBetween(0.95, 1.0);
    }
    Track exact = new Track(0);
    exact.add(1, 3);
    exact.add(2, 5);
    assertThat(exact.smoothed("", 1).y()).containsExactly(3, 5);
  }

  @Test
  void theTimeLeftFollowsThePace() {
    FakeModelDesk desk = new FakeModelDesk();
    desk.add(RunState.RUNNING, TrainingSettings.quick(), Double.NaN);
    AtomicLong clock = new AtomicLong();
    Tasks tasks = tasks();
    RunsViewModel runs = new RunsViewModel();
    CurvesViewModel curves = new CurvesViewModel(desk, tasks, notices);
    ProgressViewModel progress =
        new ProgressViewModel(desk, tasks, notices, runs, curves, clock::get);
    runs.show(desk.runs());
    curves.curve(1).add(List.of(new MetricPoint("train.loss", 100, 0.5)));
    assertThat(progress.now().orElseThrow().secondsLeft()).isNaN();
    clock.set(10_000_000_000L);
    curves.curve(1).add(List.of(new MetricPoint("train.loss", 200, 0.5)));
    ProgressViewModel.Progress now = progress.now().orElseThrow();
    assertThat(now.steps()).isEqualTo(600);
    assertThat(now.epoch()).isEqualTo(1);
    assertThat(now.secondsLeft()).isEqualTo(40);
    desk.replace(1, RunState.DONE, 0.8);
    runs.show(desk.runs());
    assertThat(progress.now()).isEmpty();
  }

  private ModelViewModel model(FakeModelDesk desk) {
    return new ModelViewModel(desk, tasks(), notices);
  }

  private Tasks tasks() {
    return new Tasks(new SameThreadJobRunner((job, failure) -> {}), FxDispatcher.direct(), notices);
  }
}
