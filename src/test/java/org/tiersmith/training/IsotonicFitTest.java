package org.tiersmith.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tiersmith.training.metrics.Losses;
import org.tiersmith.training.metrics.ThresholdTable;

class IsotonicFitTest {
  private static final double PRIOR = 4;

  @Property(tries = 60)
  void poolsAreTheMinMaxOfTheLikelihoods(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 25) int n) {
    Answers answers = sample(seed, n, z -> z);
    PlattCalibration line = new PlattCalibration(1, 0, 0.7);
    Calibration curve = IsotonicFit.of(answers, line);
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted((a, b) -> Float.compare(answers.z()[a], answers.z()[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] expected = minMax(answers, order, line.sensitivity());
    for (int from = 0, to; from < n; from = to) {
      to = from + 1;
      double sum = answers.z()[order[from]];
      while (to < n && Math.abs(expected[to] - expected[from]) < 1e-6) {
        sum += answers.z()[order[to++]];
      }
      if (!bounded(expected[from], to - from)) {
        double z = (float) (sum / (to - from));
        double hazard = -Math.log1p(-curve.p0(z));
        assertThat(hazard).isCloseTo(expected[from], within(1e-5 * (1 + expected[from])));
      }
    }
  }

  private static boolean bounded(double hazard, int rows) {
    double nearest = 0.5 / (rows + 1);
    double p0 = -Math.expm1(-hazard);
    return p0 < nearest || p0 > 1 - nearest;
  }

  /** Each place's hazard is the highest of the lowest over pools that hold it (min-max formula). */
  private static double[] minMax(Answers answers, int[] order, double sensitivity) {
    int n = order.length;
    double[] best = new double[n];
    for (int i = 0; i < n; i++) {
      double highest = 0;
      for (int a = 0; a <= i; a++) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int b = i; b < n; b++) {
          lowest = Math.min(lowest, bisection(answers, order, a, b, sensitivity));
        }
        highest = Math.max(highest, lowest);
      }
      best[i] = highest;
    }
    return best;
  }

  private static double bisection(Answers answers, int[] order, int a, int b, double sensitivity) {
    double low = 0;
    double high = 30;
    for (int step = 0; step < 60; step++) {
      double h = (low + high) / 2;
      double slope = 0;
      for (int at = a; at <= b; at++) {
        int i = order[at];
        double offset = sensitivity * answers.k()[i] * answers.discount()[i];
        slope += answers.bought()[i] ? 1 / Math.expm1(h + offset) : -1;
      }
      low = slope > 0 ? h : low;
      high = slope > 0 ? high : h;
    }
    return low;
  }

  @Property(tries = 100)
  void keepsOrderAndRisesWithTheDiscount(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int n) {
    Answers answers = sample(seed, n, z -> z * z * z / 3);
    Calibration curve = Calibration.fit(CalibrationKind.ISOTONIC, answers, PRIOR);
    double before = 0;
    for (double z = -12; z <= 12; z += 0.01) {
      double p0 = curve.p0(z);
      assertThat(p0).isGreaterThan(before).isLessThan(1);
      double less = curve.probability(z, 1.5, 0.1);
      assertThat(less).isGreaterThan(p0);
      assertThat(curve.probability(z, 1.5, 0.2)).isGreaterThan(less);
      before = p0;
    }
  }

  @Test
  void mendsABendThatALineCannot() {
    DoubleUnaryOperator bent = z -> z < 0 ? 0.2 * z - 1.5 : 2 * z - 1.5;
    Answers validation = sample(5, 40_000, bent);
    Answers test = sample(6, 40_000, bent);
    double raw = ece(test, Calibration.NONE);
    double line = ece(test, Calibration.fit(CalibrationKind.PLATT, validation, PRIOR));
    Calibration curve = Calibration.fit(CalibrationKind.ISOTONIC, validation, PRIOR);
    assertThat(line).isLessThan(raw);
    assertThat(ece(test, curve)).isLessThan(line / 2).isLessThan(0.015);
    assertThat(loss(test, curve))
        .isLessThan(loss(test, Calibration.fit(CalibrationKind.PLATT, validation, PRIOR)));
    assertThat(auc(test, curve)).isGreaterThan(auc(test, Calibration.NONE) - 0.002);
  }

  @Test
  void onePoolStillRanks() {
    Answers upsideDown =
        new Answers(
            new float[] {-1, 1}, new float[] {1, 1}, new float[2], new boolean[] {true, false});
    Calibration curve = IsotonicFit.of(upsideDown, new PlattCalibration(1, 0, 1));
    assertThat(curve.p0(0)).isCloseTo(0.5, within(1e-6));
    assertThat(curve.p0(1)).isGreaterThan(curve.p0(-1));
  }

  @Test
  void comesBackFromItsNumbers() {
    Calibration curve =
        Calibration.fit(CalibrationKind.ISOTONIC, sample(8, 500, z -> z / 2), PRIOR);
    Calibration read = Calibration.of(curve.asFloats(), curve.knots());
    for (double z : new double[] {-20, -1.3, 0, 0.4, 3, 20}) {
      assertThat(read.p0(z)).isCloseTo(curve.p0(z), within(1e-6));
      assertThat(read.probability(z, 2, 0.2)).isCloseTo(curve.probability(z, 2, 0.2), within(1e-6));
    }
    Calibration line = new PlattCalibration(0.5f, 0.25f, 2);
    assertThat(Calibration.of(line.asFloats(), line.knots())).isEqualTo(line);
  }

  @Test
  void aHundredThousandExamplesTakeNoTime() {
    Answers many = sample(9, 100_000, z -> z / 2);
    PlattCalibration line = HazardFit.of(many, PRIOR);
    long began = System.nanoTime();
    IsotonicFit.of(many, line);
    assertThat(System.nanoTime() - began).isLessThan(10_000_000_000L);
  }

  private static double ece(Answers answers, Calibration calibration) {
    return Metrics.of(answers.probabilities(calibration), answers.bought(), 0.5).ece();
  }

  private static double loss(Answers answers, Calibration calibration) {
    return Losses.log(answers.probabilities(calibration), answers.bought());
  }

  private static double auc(Answers answers, Calibration calibration) {
    return ThresholdTable.of(answers.probabilities(calibration), answers.bought()).auc();
  }

  /** Answers whose true logit at list price is a function of z; k is right. */
  private static Answers sample(long seed, int n, DoubleUnaryOperator logit) {
    Random random = new Random(seed);
    Answers answers = new Answers(new float[n], new float[n], new float[n], new boolean[n]);
    for (int i = 0; i < n; i++) {
      answers.z()[i] = (float) (random.nextGaussian() * 1.5);
      answers.k()[i] = 1 + random.nextFloat();
      answers.discount()[i] = random.nextInt(4) * 0.1f;
      double h = Math.log1p(Math.exp(logit.applyAsDouble(answers.z()[i])));
      double hazard = h + answers.k()[i] * answers.discount()[i];
      answers.bought()[i] = random.nextDouble() < -Math.expm1(-hazard);
    }
    return answers;
  }
}
