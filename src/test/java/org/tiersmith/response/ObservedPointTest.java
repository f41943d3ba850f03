package org.tiersmith.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ObservedPointTest {

  /** The example of Newcombe (1998), table I: 81 of 263, Wilson's interval. */
  @Test
  void intervalIsThePublishedOne() {
    ObservedPoint point = new ObservedPoint(0.1, 263, 81);

    assertThat(point.share()).isCloseTo(0.3080, within(5e-5));
    assertThat(point.low()).isCloseTo(0.2553, within(5e-5));
    assertThat(point.high()).isCloseTo(0.3662, within(5e-5));
  }

  @Test
  void endsStayProbabilities() {
    assertThat(new ObservedPoint(0, 20, 0).low()).isZero();
    assertThat(new ObservedPoint(0, 20, 0).high()).isCloseTo(0.1611, within(5e-5));
    assertThat(new ObservedPoint(0, 20, 20).high()).isEqualTo(1);
  }
}
