package org.tiersmith.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AlphaEstimatorTest {

  @Test
  void isOneOverTheMeanSensitivity() {
    AlphaEstimate estimate =
        new AlphaEstimator(new double[] {1, 2, 3, 6}, new int[] {0, 0, 1, 2}).all();

    assertThat(estimate.alpha()).isCloseTo(1 / 3.0, within(1e-15));
    assertThat(estimate.pairs()).isEqualTo(4);
    assertThat(estimate.customers()).isEqualTo(3);
  }

  @Test
  void matchesTheDeltaMethodByHand() {
    // Mean 3; customers' sums of deviations -3, 0 and 3; variance 3/2 * 18 / 16.
    AlphaEstimate estimate =
        new AlphaEstimator(new double[] {1, 2, 3, 6}, new int[] {0, 0, 1, 2}).all();
    double error = 1.959963984540054 * Math.sqrt(1.5 * 18 / 16) / 3;

    assertThat(estimate.low()).isCloseTo(Math.exp(-error) / 3, within(1e-14));
    assertThat(estimate.high()).isCloseTo(Math.exp(error) / 3, within(1e-14));
  }

  @Test
  void isCertainWhenAllPairsAgree() {
    AlphaEstimate estimate = new AlphaEstimator(new double[] {4, 4, 4}, new int[] {0, 1, 2}).all();

    assertThat(estimate.low()).isEqualTo(0.25).isEqualTo(estimate.high());
  }

  @Test
  void keepsSegmentsApart() {
    double[] k = {2, 4, 10, 10};
    int[] customer = {0, 1, 3, 3};
    AlphaEstimate[] estimates =
        new AlphaEstimator(k, customer).bySegment(new int[] {0, 0, 2, 2}, 3);

    assertThat(estimates[0].alpha()).isEqualTo(1 / 3.0);
    assertThat(estimates[1].alpha()).isNaN();
    assertThat(estimates[1].pairs()).isZero();
    assertThat(estimates[2].alpha()).isEqualTo(0.1);
    assertThat(estimates[2].customers()).isEqualTo(1);
    assertThat(estimates[2].low()).isNaN();
  }

  @Test
  void isInfiniteWhenNothingAnswers() {
    AlphaEstimate estimate = new AlphaEstimator(new double[] {0, 0}, new int[] {0, 1}).all();

    assertThat(estimate.alpha()).isInfinite();
  }

  @Test
  void isNotKnownWithoutPairs() {
    assertThat(new AlphaEstimator(new double[0], new int[0]).all().alpha()).isNaN();
  }

  @Test
  void refusesColumnsOfUnequalLength() {
    assertThatThrownBy(() -> new AlphaEstimator(new double[2], new int[1]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** 500 shops of 60 customers whose pairs share a taste; the true mean k is 5. */
  @Test
  void intervalCoversTheTruthAboutNinetyFiveTimesInAHundred() {
    SplittableRandom random = new SplittableRandom(7);
    int covered = 0;
    for (int shop = 0; shop < 500; shop++) {
      double[] k = new double[600];
      int[] customer = new int[600];
      for (int c = 0; c < 60; c++) {
        double taste = random.nextDouble(3, 7);
        Arrays.fill(customer, c * 10, c * 10 + 10, c);
        for (int i = c * 10; i < c * 10 + 10; i++) {
          k[i] = taste + random.nextDouble(-1, 1);
        }
      }
      AlphaEstimate estimate = new AlphaEstimator(k, customer).all();
      covered += estimate.low() <= 0.2 && 0.2 <= estimate.high() ? 1 : 0;
    }

    assertThat(covered / 500.0).isBetween(0.92, 0.98);
  }
}
