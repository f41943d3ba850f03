package org.tiersmith.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.FeatureTable;
import org.tiersmith.model.PairFeatures;

class NumberScalingTest {
  private static final float NAN = Float.NaN;

  @Test
  void scalesByTheGivenRowsOnly() {
    NumberScaling scaling = NumberScaling.fit(features(1, 3, NAN, 500), new int[] {0, 1});
    float[] out = new float[scaling.width()];
    scaling.write(features(1, 3, NAN, 500), 0, out, 0);
    assertThat(out[1]).isCloseTo(-1, within(1e-6f));
    scaling.write(features(1, 3, NAN, 500), 3, out, 0);
    assertThat(out[1]).as("far values are drawn in").isEqualTo(5);
    assertThat(scaling.width()).as("no flag, for no training row lacks it").isEqualTo(2);
  }

  @Test
  void unknownBecomesTheMeanWithAFlag() {
    NumberScaling scaling = NumberScaling.fit(features(1, 3, NAN, 2), new int[] {0, 1, 2});
    assertThat(scaling.width()).isEqualTo(3);
    float[] out = new float[4];
    scaling.write(features(1, 3, NAN, 2), 2, out, 1);
    assertThat(out).containsExactly(0, 0, 0, 1);
    scaling.write(features(1, 3, NAN, 2), 1, out, 1);
    assertThat(out[3]).isZero();
  }

  @Test
  void longTailsAreLoggedAndConstantsSilent() {
    float[] values = new float[100];
    Arrays.fill(values, 1);
    values[7] = 10_000;
    int[] all = IntStream.range(0, 100).toArray();
    NumberScaling scaling = NumberScaling.fit(features(values), all);
    assertThat(scaling.logged()).containsExactly(0, 1);
    float[] out = new float[2];
    scaling.write(features(values), 7, out, 0);
    assertThat(out[0]).as("the customer's number never changes").isZero();
  }

  private static PairFeatures features(float... own) {
    return new PairFeatures(
        new FeatureTable(List.of("c"), List.of("age"), new float[] {42}),
        new FeatureTable(List.of("p"), List.of(), new float[0]),
        new int[own.length],
        new int[own.length],
        List.of("own"),
        own);
  }
}
