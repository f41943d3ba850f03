package org.tiersmith.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class AdditiveHazardTest {
  private static final AdditiveHazard CURVE = AdditiveHazard.CURVE;

  @Property
  void followsItsFormula(
      @ForAll @Scale(9) @DoubleRange(min = 0.001, max = 0.999) double p0,
      @ForAll @Scale(9) @DoubleRange(min = 0, max = 30) double k,
      @ForAll @Scale(9) @DoubleRange(min = 0, max = 0.99) double rate) {
    double expected = 1 - (1 - p0) * Math.exp(-k * rate);

    assertThat(CURVE.probability(p0, k, rate)).isCloseTo(expected, within(1e-14));
    assertThat(CURVE.uplift(p0, k, rate)).isCloseTo(expected - p0, within(1e-14));
  }

  @Property
  void addsToTheHazard(
      @ForAll @Scale(9) @DoubleRange(min = 0.001, max = 0.9) double p0,
      @ForAll @Scale(9) @DoubleRange(min = 0, max = 5) double k,
      @ForAll @Scale(9) @DoubleRange(min = 0, max = 0.99) double rate) {
    double hazard = AdditiveHazard.hazard(CURVE.probability(p0, k, rate));

    assertThat(hazard).isCloseTo(AdditiveHazard.hazard(p0) + k * rate, within(1e-9));
  }

  @Property
  void risesWithTheDiscountAndStaysAProbability(
      @ForAll @Scale(9) @DoubleRange(min = 0, max = 1, minIncluded = false, maxIncluded = false)
          double p0,
      @ForAll @Scale(9) @DoubleRange(min = 0, max = 100) double k,
      @ForAll @Scale(9) @DoubleRange(min = 0, max = 0.5) double rate,
      @ForAll @Scale(9) @DoubleRange(min = 0, max = 0.49) double more) {
    double lower = CURVE.probability(p0, k, rate);
    double upper = CURVE.probability(p0, k, rate + more);

    assertThat(lower).isBetween(p0, 1.0);
    assertThat(upper).isBetween(lower, 1.0);
  }

  @Test
  void keepsItsDigitsWhereProbabilitiesAreTiny() {
    // The plain formula would lose every digit: 1 - exp(-1e-18) is 0 in double precision.
    assertThat(CURVE.uplift(1e-18, 1e-17, 0.1)).isEqualTo(1e-18);
    assertThat(AdditiveHazard.hazard(1e-18)).isEqualTo(1e-18);
    assertThat(AdditiveHazard.ofHazard(1e-18)).isEqualTo(1e-18);
  }

  @Test
  void answersNothingToNoDiscount() {
    assertThat(CURVE.uplift(0.3, 5, 0)).isZero();
    assertThat(CURVE.probability(0.3, 0, 0.5)).isEqualTo(0.3);
  }

  @Test
  void hazardOfThreeTenthsIsTheKnownNumber() {
    assertThat(AdditiveHazard.hazard(0.3)).isCloseTo(0.35667494393873245, within(1e-15));
    assertThat(AdditiveHazard.ofHazard(0.35667494393873245)).isCloseTo(0.3, within(1e-15));
  }
}
