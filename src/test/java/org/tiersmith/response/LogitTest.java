package org.tiersmith.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class LogitTest {
  private static final Logit CURVE = Logit.CURVE;

  @Property
  void followsItsFormula(
      @ForAll @Scale(9) @DoubleRange(min = 1e-6, max = 0.999999) double p0,
      @ForAll @Scale(9) @DoubleRange(min = 0, max = 30) double b,
      @ForAll @Scale(9) @DoubleRange(min = 0, max = 0.99) double rate) {
    double expected = Logit.ofLogOdds(Logit.logOdds(p0) + b * rate);

    assertThat(CURVE.probability(p0, b, rate)).isCloseTo(expected, within(1e-14));
  }

  @Property
  void keepsItsDigits(
      @ForAll @DoubleRange(min = -14, max = -1) double log10,
      @ForAll @Scale(9) @DoubleRange(min = 1e-6, max = 20) double b,
      @ForAll @Scale(9) @DoubleRange(min = 1e-6, max = 0.99) double rate) {
    double p0 = Math.pow(10, log10);
    double e = Math.expm1(b * rate);
    double expected = p0 * (1 - p0) * e / (1 + p0 * e);

    assertThat(CURVE.uplift(p0, b, rate) / expected).isCloseTo(1, within(1e-14));
  }

  @Property
  void risesWithTheDiscountAndStaysAProbability(
      @ForAll @Scale(9) @DoubleRange(min = 0, max = 1, minIncluded = false, maxIncluded = false)
          double p0,
      @ForAll @Scale(9) @DoubleRange(min = 0, max = 3000) double b,
      @ForAll @Scale(9) @DoubleRange(min = 0, max = 0.5) double rate,
      @ForAll @Scale(9) @DoubleRange(min = 1e-6, max = 0.49) double more) {
    double lower = CURVE.probability(p0, b, rate);

    assertThat(lower).isBetween(p0, 1.0);
    assertThat(CURVE.probability(p0, b, rate + more)).isBetween(lower - 1e-15, 1.0);
  }

  @Test
  void answersNothingToNoDiscount() {
    assertThat(CURVE.uplift(0.3, 5, 0)).isZero();
    assertThat(CURVE.uplift(0.3, 0, 0.5)).isZero();
  }

  @Test
  void logOddsAreThoseOfTheTextbook() {
    assertThat(Logit.logOdds(0.5)).isZero();
    assertThat(Logit.logOdds(0.75)).isCloseTo(Math.log(3), within(1e-15));
    assertThat(Logit.ofLogOdds(Math.log(3))).isCloseTo(0.75, within(1e-15));
    assertThat(Logit.ofLogOdds(-800)).isZero();
    assertThat(Logit.ofLogOdds(800)).isEqualTo(1);
  }
}
