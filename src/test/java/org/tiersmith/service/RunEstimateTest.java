package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tiersmith.data.ExampleCount;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.project.RunState;
import org.tiersmith.training.Pace;
import org.tiersmith.training.TestMetrics;
import org.tiersmith.training.TrainingSettings;

class RunEstimateTest {
  private static final Instant START = Instant.parse("2026-09-01T10:00:00Z");

  @Test
  void countsStepsOfAllEpochsAndKeepsToTheLimit() {
    TrainingSettings cross = TrainingSettings.defaults(EncoderForm.CROSS);
    RunEstimate all = RunEstimate.of(cross.withSizes(3, 32, 96, 0), 1000, List.of());
    assertThat(all.examples()).isEqualTo(1000);
    assertThat(all.steps()).isEqualTo(3 * 32);
    assertThat(all.seconds()).isNaN();
    RunEstimate some = RunEstimate.of(cross.withSizes(1, 32, 96, 320), 1000, List.of());
    assertThat(some.examples()).isEqualTo(320);
    assertThat(some.steps()).isEqualTo(10);
  }

  @Test
  void goesByThePaceOfTheLastRunOfThatForm() {
    TrainingSettings cross = TrainingSettings.defaults(EncoderForm.CROSS);
    // 2 epochs of 1,000 at 100/s are 20 s of the 50 it took: 30 go to everything else.
    RunView before = run(cross.withSizes(2, 32, 96, 0), 100, 50);
    RunView other = run(TrainingSettings.defaults(EncoderForm.TWO_TOWER), 1, 9999);
    RunEstimate estimate =
        RunEstimate.of(cross.withSizes(4, 32, 96, 0), 1000, List.of(other, before));
    assertThat(estimate.seconds()).isEqualTo(70);
  }

  @Test
  void onlyARunOnTheSameBaseMakesAMeasurementNeedless() {
    TrainingSettings cross = TrainingSettings.defaults(EncoderForm.CROSS);
    List<RunView> runs = List.of(run(cross, 100, 50));
    assertThat(RunEstimate.isKnown(cross, runs)).isTrue();
    assertThat(RunEstimate.isKnown(cross.withEncoder("another"), runs)).isFalse();
    assertThat(RunEstimate.isKnown(TrainingSettings.defaults(EncoderForm.TWO_TOWER), runs))
        .isFalse();
    assertThat(RunEstimate.isKnown(cross, List.of())).isFalse();
  }

  @Test
  void anotherPaceCountsTheHeldOutExamplesToo() {
    TrainingSettings cross = TrainingSettings.defaults(EncoderForm.CROSS).withSizes(1, 32, 96, 0);
    TrainingSettings bare = cross.with(cross.tuning().with(0, 0));
    RunEstimate estimate =
        RunEstimate.of(bare, 700, List.of())
            .at(new Pace(10, 100, 50), bare, new ExampleCount(1000, 300, 20));
    // Of 1,000 examples 150 validate, after the epoch and at the end, and 150 test.
    assertThat(estimate.seconds()).isEqualTo(70 + 4.5);
    assertThat(estimate.examples()).isEqualTo(700);
  }

  private static RunView run(TrainingSettings settings, double pace, long seconds) {
    TestMetrics test =
        new TestMetrics(100, 0.8, 0.4, 0.8, 0.6, 0.02, List.of(), 0.5, 0.1, 0.6, 0.6, 0.4);
    return new RunView(
        1,
        RunState.DONE,
        settings,
        "cpu",
        START,
        START.plusSeconds(seconds),
        new RunResult(test, 1000, 200, 200, 2, 2, pace, true, List.of(), null),
        true,
        null,
        "",
        false,
        true);
  }
}
