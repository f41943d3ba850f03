package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tiersmith.data.ExampleCount;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.training.Pace;
import org.tiersmith.training.TrainingSettings;

class RunEstimateTest {
  private static final ExampleCount COUNT = new ExampleCount(1000, 300, 20, 0.25);
  private static final TrainingSettings CROSS = TrainingSettings.defaults(EncoderForm.CROSS);

  @Test
  void countsStepsOfAllEpochsAndKeepsToTheLimit() {
    RunEstimate all = RunEstimate.of(CROSS.withSizes(3, 32, 96, 0), null, COUNT);
    assertThat(all.examples()).isEqualTo(700);
    assertThat(all.steps()).isEqualTo(3 * 22);
    assertThat(all.seconds()).isNaN();
    RunEstimate some = RunEstimate.of(CROSS.withSizes(1, 32, 96, 320), null, COUNT);
    assertThat(some.examples()).isEqualTo(320);
    assertThat(some.steps()).isEqualTo(10);
  }

  @Test
  void countsTheHeldOutExamplesToo() {
    TrainingSettings once = CROSS.withSizes(1, 32, 96, 0);
    TrainingSettings bare = once.with(once.tuning().with(0, 0));
    // Of 1,000 examples 150 validate, after the epoch and at the end, and 150 test.
    assertThat(RunEstimate.of(bare, new Pace(10, 100, 50), COUNT).seconds()).isEqualTo(70 + 4.5);
  }
}
