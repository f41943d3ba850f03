package org.tiersmith.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tiersmith.model.EncoderForm;

class PaceTest {
  private static final Pace PACE = new Pace(10, 100);

  @Test
  void countsEveryStepAndAllThatIsReadBesides() {
    TrainingSettings usual = TrainingSettings.defaults(EncoderForm.CROSS).withSizes(2, 32, 96, 0);
    TrainingSettings bare = usual.with(usual.tuning().with(0, 0));
    // 2 x 1,000 learned; 200 read after each epoch and at the end, and 100 for the test.
    assertThat(PACE.seconds(bare, 1000, 200, 100)).isEqualTo(200 + 7);
    // The head reads all before, and its validation.
    assertThat(PACE.seconds(usual, 1000, 200, 100)).isEqualTo(200 + 7 + 12);
    assertThat(PACE.seconds(usual.withSizes(2, 32, 96, 100), 1000, 200, 100))
        .isEqualTo(20 + 7 + 2 + 5);
  }

  @Test
  void validatesByAPartOfVeryMany() {
    TrainingSettings usual = TrainingSettings.defaults(EncoderForm.CROSS).withSizes(1, 32, 96, 0);
    TrainingSettings bare = usual.with(usual.tuning().with(0, 0));
    assertThat(PACE.seconds(bare, 1000, 1_000_000, 0))
        .isEqualTo(PACE.seconds(bare, 1000, SplitRows.MOST_VALIDATION, 0));
  }
}
