package org.tiersmith.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class Expm1Test {
  private static final MathContext DIGITS = new MathContext(40);

  /** From 1e-13 to 20 below zero, evenly on the logarithmic scale. */
  @Property(tries = 2000)
  void isWithinAFewUlpOfTheTruth(@ForAll @Scale(9) @DoubleRange(min = -30, max = 3) double log) {
    double x = -Math.exp(log);
    BigDecimal truth = expm1(x);

    BigDecimal error = new BigDecimal(Expm1.ofNegative(x)).subtract(truth).divide(truth, DIGITS);
    assertThat(error.abs().doubleValue()).isLessThan(1e-15);
  }

  @Property(tries = 2000)
  void agreesWithTheJdkWhereTheSeriesEnds(
      @ForAll @Scale(9) @DoubleRange(min = -2.1, max = -1.9) double x) {
    double error = Expm1.ofNegative(x) / Math.expm1(x) - 1;

    assertThat(Math.abs(error)).isLessThan(1e-15);
  }

  @Test
  void endsAreExact() {
    assertThat(Expm1.ofNegative(0)).isZero();
    assertThat(Expm1.ofNegative(-0.0)).isZero();
    assertThat(Expm1.ofNegative(-1e-300)).isEqualTo(-1e-300);
    assertThat(Expm1.ofNegative(-800)).isEqualTo(-1);
    assertThat(Expm1.ofNegative(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
    assertThat(Expm1.ofNegative(Double.NaN)).isNaN();
  }

  private static BigDecimal expm1(double x) {
    BigDecimal exact = new BigDecimal(x);
    BigDecimal term = exact;
    BigDecimal sum = exact;
    for (int n = 2; n < 120; n++) {
      term = term.multiply(exact, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return sum;
  }
}
