package org.tiersmith.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SegmentResponsesTest {
  private static final double[] RATES = {0, 0.1, 0.3};

  @Test
  void gainIsLinearBetweenTheRatesAndFlatBeyond() {
    SegmentResponses responses = responses(new double[] {0, 0.2, 0.6});

    assertThat(responses.isotonicGain(0, 0)).isZero();
    assertThat(responses.isotonicGain(0, 0.05)).isCloseTo(0.1, within(1e-15));
    assertThat(responses.isotonicGain(0, 0.1)).isEqualTo(0.2);
    assertThat(responses.isotonicGain(0, 0.2)).isCloseTo(0.4, within(1e-15));
    assertThat(responses.isotonicGain(0, 0.9)).isEqualTo(0.6);
  }

  @Test
  void equalsByContent() {
    SegmentResponses one = responses(new double[] {0, 0.2, 0.6});
    SegmentResponses same = responses(new double[] {0, 0.2, 0.6});

    assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
    assertThat(one).isNotEqualTo(responses(new double[] {0, 0.2, 0.7}));
  }

  @Test
  void refusesWhatIsNoResponse() {
    assertThatThrownBy(() -> responses(new double[] {0, 0.2, 0.1}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> responses(new double[] {0.1, 0.2, 0.3}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> responses(new double[] {0, 0.2, Double.NaN}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new SegmentResponses(
                    new double[] {-1}, new double[1], new double[1], new double[1][1]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new SegmentResponses(
                    new double[1], new double[1], new double[] {0, 1}, new double[1][2]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static SegmentResponses responses(double[] gain) {
    return new SegmentResponses(new double[] {1}, new double[] {2}, RATES, new double[][] {gain});
  }
}
