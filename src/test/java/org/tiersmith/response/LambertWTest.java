package org.tiersmith.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class LambertWTest {

  /** Where W is well conditioned, {@code w exp(w)} must come back. */
  @Property(tries = 2000)
  void undoesItsDefinition(@ForAll @Scale(9) @DoubleRange(min = -0.9, max = 600) double w) {
    assertThat(LambertW.w0(w * Math.exp(w))).isCloseTo(w, within(1e-14 * (1 + Math.abs(w))));
  }

  @Property(tries = 2000)
  void keepsItsDigitsNearZero(@ForAll @Scale(9) @DoubleRange(min = -300, max = -3) double log10) {
    double x = Math.pow(10, log10);
    double series = x * (1 - x * (1 - 1.5 * x * (1 - 16 / 9.0 * x)));

    assertThat(LambertW.w0(x) / series).isCloseTo(1, within(3e-12 * (x > 1e-4 ? 10 : 1e-2)));
  }

  @Property(tries = 2000)
  void solvesTheSumWithItsLogarithm(
      @ForAll @Scale(9) @DoubleRange(min = -30, max = 5000) double y) {
    double w = LambertW.ofExp(y);

    assertThat(w + Math.log(w)).isCloseTo(y, within(1e-14 * (1 + Math.abs(y))));
  }

  @Test
  void knowsTheFamousValues() {
    assertThat(LambertW.w0(0)).isZero();
    assertThat(LambertW.w0(1)).isCloseTo(0.5671432904097838, within(1e-15));
    assertThat(LambertW.w0(Math.E)).isCloseTo(1, within(1e-15));
    assertThat(LambertW.w0(-Math.log(2) / 2)).isCloseTo(-Math.log(2), within(1e-14));
    assertThat(LambertW.w0(-Math.exp(-1))).isCloseTo(-1, within(1e-7));
    assertThat(LambertW.w0(1e300)).isCloseTo(684.2472086297608, within(1e-11));
    assertThat(LambertW.ofExp(1)).isCloseTo(1, within(1e-15));
  }

  @Test
  void answersTheEndsOfItsRange() {
    assertThat(LambertW.w0(-0.4)).isNaN();
    assertThat(LambertW.w0(Double.NaN)).isNaN();
    assertThat(LambertW.w0(Double.POSITIVE_INFINITY)).isInfinite();
    assertThat(LambertW.ofExp(Double.POSITIVE_INFINITY)).isInfinite();
    assertThat(LambertW.ofExp(-1000)).isZero();
    assertThat(LambertW.ofExp(Double.NaN)).isNaN();
  }
}
