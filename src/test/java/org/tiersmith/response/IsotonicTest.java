package org.tiersmith.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class IsotonicTest {
  private static final double[] RATES = {0, 0.1, 0.3};

  /** Gains that grow in proportion to the rate are the additive hazard. */
  @Property
  void ofStraightGainsIsTheAdditiveHazard(
      @ForAll @Scale(9) @DoubleRange(min = 0.001, max = 0.999) double p0,
      @ForAll @Scale(9) @DoubleRange(min = 0, max = 10) double k,
      @ForAll @Scale(9) @DoubleRange(min = 0, max = 0.3) double rate) {
    Isotonic straight = new Isotonic(RATES, new double[] {0, 0.1, 0.3});

    assertThat(straight.uplift(p0, k, rate))
        .isCloseTo(AdditiveHazard.CURVE.uplift(p0, k, rate), within(1e-14));
  }

  @Test
  void staysAtTheLastGain() {
    Isotonic curve = new Isotonic(RATES, new double[] {0, 0.2, 0.2});

    assertThat(curve.probability(0.5, 1, 0.9)).isCloseTo(1 - 0.5 * Math.exp(-0.2), within(1e-15));
    assertThat(curve.uplift(0.5, 1, 0)).isZero();
  }

  @Test
  void refusesGainsThatFall() {
    assertThatThrownBy(() -> new Isotonic(RATES, new double[] {0, 0.2, 0.1}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void equalsByContent() {
    Isotonic one = new Isotonic(RATES, new double[] {0, 0.2, 0.2});

    assertThat(one)
        .isEqualTo(new Isotonic(RATES.clone(), new double[] {0, 0.2, 0.2}))
        .hasSameHashCodeAs(new Isotonic(RATES.clone(), new double[] {0, 0.2, 0.2}));
    assertThat(one).isNotEqualTo(new Isotonic(RATES, new double[] {0, 0.2, 0.3}));
  }
}
