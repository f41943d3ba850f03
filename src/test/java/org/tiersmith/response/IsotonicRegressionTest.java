package org.tiersmith.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class IsotonicRegressionTest {

  @Property
  void isTheMaximumOfMinimaOfMeans(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int n) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = values(random, n);
    double[] weights = random.doubles(n, 0.1, 5).toArray();
    double[] fitted = IsotonicRegression.fit(values, weights);

    for (int i = 0; i < n; i++) {
      assertThat(fitted[i]).isCloseTo(bruteForce(values, weights, i), within(1e-12));
    }
  }

  @Property
  void neverFallsKeepsTheMeanAndIsDoneAfterOnce(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int n) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = values(random, n);
    double[] weights = random.doubles(n, 0.1, 5).toArray();
    double[] fitted = IsotonicRegression.fit(values, weights);

    assertThat(fitted).isSorted();
    assertThat(sum(fitted, weights)).isCloseTo(sum(values, weights), within(1e-10));
    assertThat(IsotonicRegression.fit(fitted, weights)).containsExactly(fitted);
  }

  @Test
  void leavesWhatRises() {
    double[] rising = {-2, 0, 0, 1, 7};

    assertThat(IsotonicRegression.fit(rising, new double[] {1, 2, 3, 4, 5}))
        .containsExactly(rising);
    assertThat(IsotonicRegression.fit(new double[0], new double[0])).isEmpty();
  }

  @Test
  void isLinearInTime() {
    double[] falling = new double[1_000_000];
    Arrays.setAll(falling, i -> -i);
    double[] weights = new double[falling.length];
    Arrays.fill(weights, 1);

    double[] fitted = IsotonicRegression.fit(falling, weights);

    assertThat(fitted[0]).isCloseTo(-499_999.5, within(1e-6)).isEqualTo(fitted[999_999]);
  }

  @Test
  void refusesWeightsOfNothing() {
    for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> IsotonicRegression.fit(new double[1], new double[] {bad}))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> IsotonicRegression.fit(new double[2], new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Few distinct values, so that ties are common. */
  private static double[] values(SplittableRandom random, int n) {
    return random.ints(n, -5, 6).asDoubleStream().toArray();
  }

  private static double bruteForce(double[] values, double[] weights, int i) {
    double most = Double.NEGATIVE_INFINITY;
    for (int from = 0; from <= i; from++) {
      double least = Double.POSITIVE_INFINITY;
      for (int to = i; to < values.length; to++) {
        double weight = Arrays.stream(weights, from, to + 1).sum();
        double total = 0;
        for (int j = from; j <= to; j++) {
          total += weights[j] * values[j];
        }
        least = Math.min(least, total / weight);
      }
      most = Math.max(most, least);
    }
    return most;
  }

  private static double sum(double[] values, double[] weights) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * weights[i];
    }
    return sum;
  }
}
