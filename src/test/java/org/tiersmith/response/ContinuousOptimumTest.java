package org.tiersmith.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class ContinuousOptimumTest {
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final double PRICE = 20;

  @Property(tries = 2000)
  void ofTheHazardEarnsMost(
      @ForAll @Scale(6) @DoubleRange(min = 1e-4, max = 0.9) double p0,
      @ForAll @Scale(6) @DoubleRange(min = 0, max = 40) double k,
      @ForAll @Scale(6) @DoubleRange(min = 0, max = 30) double cost) {
    DoubleUnaryOperator profit =
        d -> AdditiveHazard.CURVE.probability(p0, k, d) * (PRICE * (1 - d) - cost);

    check(profit, ContinuousOptimum.hazard(p0, k, PRICE, cost));
  }

  @Property(tries = 2000)
  void ofTheLogitEarnsMost(
      @ForAll @Scale(6) @DoubleRange(min = 1e-4, max = 0.9) double p0,
      @ForAll @Scale(6) @DoubleRange(min = 0, max = 40) double b,
      @ForAll @Scale(6) @DoubleRange(min = 0, max = 30) double cost) {
    DoubleUnaryOperator profit = d -> Logit.CURVE.probability(p0, b, d) * (PRICE * (1 - d) - cost);

    check(profit, ContinuousOptimum.logit(p0, b, PRICE, cost));
  }

  /** The best of 1,000 tiers lies less than a tier away. */
  @Property
  void bestTierOfAFineLadderLiesBeside(
      @ForAll @Scale(6) @DoubleRange(min = 0.001, max = 0.5) double p0,
      @ForAll @Scale(6) @DoubleRange(min = 0, max = 20) double sensitivity,
      @ForAll @Scale(6) @DoubleRange(min = 0, max = 15) double cost) {
    assertThat(bestTier(AdditiveHazard.CURVE, p0, sensitivity, cost))
        .isCloseTo(ContinuousOptimum.hazard(p0, sensitivity, PRICE, cost), within(0.0010001));
    assertThat(bestTier(Logit.CURVE, p0, sensitivity, cost))
        .isCloseTo(ContinuousOptimum.logit(p0, sensitivity, PRICE, cost), within(0.0010001));
  }

  @Test
  void isNoDiscountWhereNoneCanPay() {
    assertThat(ContinuousOptimum.hazard(0.3, 0, 20, 5)).isZero();
    assertThat(ContinuousOptimum.logit(0.3, 0, 20, 5)).isZero();
    assertThat(ContinuousOptimum.hazard(0.3, 30, 20, 25)).isZero();
    assertThat(ContinuousOptimum.logit(0.3, 30, 20, 25)).isZero();
    assertThat(ContinuousOptimum.hazard(0.3, 30, 0, 0)).isZero();
    assertThat(ContinuousOptimum.logit(0.3, 30, 0, 0)).isZero();
  }

  @Test
  void isUnknownWithoutACost() {
    assertThat(ContinuousOptimum.hazard(0.3, 5, 20, Double.NaN)).isNaN();
    assertThat(ContinuousOptimum.logit(0.3, 5, 20, Double.NaN)).isNaN();
    assertThat(ContinuousOptimum.hazard(0.3, 5, 0, Double.NaN)).isNaN();
  }

  @Test
  void withstandsExtremeSensitivity() {
    assertThat(ContinuousOptimum.hazard(1e-9, 1e6, 20, 0)).isBetween(0.0, 1e-4);
    assertThat(ContinuousOptimum.logit(1e-9, 1e6, 20, 0)).isBetween(0.0, 1e-4);
  }

  private static double bestTier(ResponseCurve curve, double p0, double sensitivity, double cost) {
    double best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < 1000; i++) {
      double rate = i / 1000.0;
      double gain =
          curve.uplift(p0, sensitivity, rate) * (PRICE * (1 - rate) - cost) - p0 * PRICE * rate;
      if (gain > most) {
        most = gain;
        best = rate;
      }
    }
    return best;
  }

  /** Golden-section search finds the place to the square root of the precision, not closer. */
  private static void check(DoubleUnaryOperator profit, double closed) {
    double numeric = golden(profit);
    assertThat(closed).isBetween(0.0, Math.nextDown(1.0));
    assertThat(profit.applyAsDouble(closed))
        .isGreaterThanOrEqualTo(profit.applyAsDouble(numeric) - 1e-12 * PRICE);
    assertThat(closed).isCloseTo(numeric, within(2e-5));
  }

  private static double golden(DoubleUnaryOperator f) {
    double low = 0;
    double high = 1;
    while (high - low > 1e-10) {
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      if (f.applyAsDouble(left) >= f.applyAsDouble(right)) {
        high = right;
      } else {
        low = left;
      }
    }
    return f.applyAsDouble(0) >= f.applyAsDouble(low) ? 0 : low;
  }
}
