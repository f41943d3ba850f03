package org.tiersmith.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.training.Pace.Amount;

class PaceTest {
  private static final Pace PACE = new Pace(10, 100, 50);

  @Test
  void countsEveryStepAndAllThatIsReadBesides() {
    TrainingSettings usual = TrainingSettings.defaults(EncoderForm.CROSS).withSizes(2, 32, 96, 0);
    TrainingSettings bare = usual.with(usual.tuning().with(0, 0));
    Amount amount = new Amount(1000, 200, 100, 60, 0.5);
    // 2 x 1,000 learned; 200 read after each epoch and at the end, and 100 for the test.
    assertThat(PACE.seconds(bare, amount)).isEqualTo(200 + 7);
    // The head reads each text once.
    assertThat(PACE.seconds(usual, amount)).isCloseTo(200 + 7 + 1.2, within(1e-9));
    assertThat(PACE.seconds(bare.withSizes(1, 32, 96, 100), amount)).isEqualTo(10 + 5);
  }

  @Test
  void twoTowersReadTextsInsteadOfPairs() {
    TrainingSettings usual =
        TrainingSettings.defaults(EncoderForm.TWO_TOWER).withSizes(1, 32, 96, 0);
    Amount amount = new Amount(100_000, 20_000, 20_000, 500, 0.5);
    // For the head, before the first epoch, after it and at the end.
    assertThat(PACE.seconds(usual, amount)).isCloseTo(10_000 + 4 * 10, within(1e-6));
  }

  @Test
  void validatesAndTestsByAPartOfVeryMany() {
    TrainingSettings usual = TrainingSettings.defaults(EncoderForm.CROSS).withSizes(1, 32, 96, 0);
    TrainingSettings bare = usual.with(usual.tuning().with(0, 0));
    Amount drawn = new Amount(1000, SplitRows.MOST_VALIDATION, SplitRows.MOST_TEST, 10, 0.5);
    assertThat(PACE.seconds(bare, new Amount(1000, 1_000_000, 1_000_000, 10, 0.3)))
        .isEqualTo(PACE.seconds(bare, drawn));
    // At 1 in 100 the 1,500 purchases that figures need are among 150,000.
    assertThat(PACE.seconds(bare, new Amount(1000, 1_000_000, 1_000_000, 10, 0.01)))
        .isEqualTo(100 + 3 * 1500);
  }

  @Test
  void fewExamplesHaveFewerTexts() {
    Amount amount = new Amount(1000, 200, 100, 400, 0.5);
    assertThat(amount.texts(0)).isZero();
    assertThat(amount.texts(10)).isBetween(19.0, 20.0);
    assertThat(amount.texts(1300)).isBetween(390.0, 400.0);
  }
}
