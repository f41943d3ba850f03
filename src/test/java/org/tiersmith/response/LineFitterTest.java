package org.tiersmith.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LineFitterTest {

  /** The likelihood is concave, so what no step nor a far random line improves is its maximum. */
  @Property(tries = 300)
  void nothingIsLikelier(
      @ForAll LineFamily family, @ForAll long seed, @ForAll @IntRange(min = 2, max = 7) int size) {
    SplittableRandom random = new SplittableRandom(seed);
    WeightedRates rates = random(random, size);
    Line best = LineFitter.fit(family, rates);

    assertThat(best.logLikelihood())
        .isCloseTo(
            likelihood(family, rates, best.intercept(), best.slope()),
            within(1e-9 * (1 + Math.abs(best.logLikelihood()))));
    for (int i = 0; i < 60; i++) {
      double scale = Math.pow(10, -random.nextDouble(0, 6));
      double u = Math.max(best.intercept() + random.nextDouble(-scale, scale), family.least());
      double v = Math.max(best.slope() + 5 * random.nextDouble(-scale, scale), 0);
      assertThat(likelihood(family, rates, u, v))
          .isLessThanOrEqualTo(best.logLikelihood() + 1e-9 * (1 - best.logLikelihood()));
    }
  }

  /** Through two rates a line goes exactly. */
  @Test
  void twoRatesAreMetExactly() {
    WeightedRates rates =
        new WeightedRates(
            new double[] {0, 0.25}, new double[] {1000, 400}, new double[] {100, 120});
    Line hazard = LineFitter.fit(LineFamily.HAZARD, rates);
    Line logit = LineFitter.fit(LineFamily.LOGIT, rates);

    assertThat(hazard.intercept()).isCloseTo(-Math.log(0.9), within(1e-9));
    assertThat(hazard.slope()).isCloseTo(Math.log(0.9 / 0.7) / 0.25, within(1e-9));
    assertThat(logit.intercept()).isCloseTo(Math.log(1 / 9.0), within(1e-9));
    assertThat(logit.slope()).isCloseTo(Math.log(9 * 3 / 7.0) / 0.25, within(1e-9));
    double error = Math.sqrt(1 / 90.0 + 1 / 84.0) / 0.25;
    assertThat(logit.slopeError()).isCloseTo(error, within(1e-9));
  }

  @Test
  void neverFalls() {
    WeightedRates falling =
        new WeightedRates(new double[] {0, 0.25}, new double[] {100, 100}, new double[] {40, 10});
    for (LineFamily family : LineFamily.values()) {
      Line line = LineFitter.fit(family, falling);
      assertThat(line.slope()).isZero();
      assertThat(line.probability(0.1)).isCloseTo(0.25, within(1e-9));
    }
  }

  @Test
  void ofOneRateIsLevel() {
    WeightedRates one =
        new WeightedRates(new double[] {0.2}, new double[] {100}, new double[] {40});
    for (LineFamily family : LineFamily.values()) {
      assertThat(LineFitter.fit(family, one).slope()).isZero();
      assertThat(LineFitter.fit(family, one).probability(0.2)).isCloseTo(0.4, within(1e-9));
    }
  }

  /** A hazard can't be negative, though the points lie on a line that begins below 0. */
  @Test
  void staysAtTheBoundOfTheHazard() {
    WeightedRates rates =
        new WeightedRates(
            new double[] {0, 0.1, 0.3},
            new double[] {1000, 1000, 1000},
            new double[] {1e-7, 1e-7, 300});
    Line line = LineFitter.fit(LineFamily.HAZARD, rates);

    assertThat(line.intercept()).isCloseTo(0, within(1e-8));
    assertThat(line.slope()).isBetween(0.5, 1.2);
  }

  private static double likelihood(LineFamily family, WeightedRates rates, double u, double v) {
    double sum = 0;
    for (int j = 0; j < rates.size(); j++) {
      double p = family.probability(u + v * rates.rate()[j]);
      double refused = rates.n()[j] - rates.y()[j];
      sum += rates.y()[j] * Math.log(p) + refused * Math.log1p(-p);
    }
    return sum;
  }

  private static WeightedRates random(SplittableRandom random, int size) {
    double[] rate = random.doubles(size, 0, 0.6).sorted().toArray();
    rate[0] = random.nextBoolean() ? 0 : rate[0];
    double[] n = random.doubles(size, 1, random.nextBoolean() ? 20 : 3000).toArray();
    double[] y = new double[size];
    double rare = random.nextBoolean() ? 0.02 : 1;
    Arrays.setAll(y, j -> n[j] * rare * random.nextDouble(0.001, 0.999));
    return new WeightedRates(rate, n, y);
  }
}
