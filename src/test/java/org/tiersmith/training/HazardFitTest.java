package org.tiersmith.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class HazardFitTest {
  @Test
  void findsTheCorrectionThatMadeTheOutcomes() {
    PlattCalibration truth = new PlattCalibration(0.6, -0.4, 1.8);
    Random random = new Random(11);
    int n = 60_000;
    Answers answers = new Answers(new float[n], new float[n], new float[n], new boolean[n]);
    for (int i = 0; i < n; i++) {
      answers.z()[i] = (float) (random.nextGaussian() * 2 - 1);
      answers.k()[i] = random.nextFloat() * 3;
      answers.discount()[i] = random.nextInt(6) * 0.06f;
      double p = truth.probability(answers.z()[i], answers.k()[i], answers.discount()[i]);
      answers.bought()[i] = random.nextDouble() < p;
    }
    PlattCalibration found = HazardFit.of(answers, 4);
    assertThat(found.slope()).isCloseTo(0.6, within(0.03));
    assertThat(found.shift()).isCloseTo(-0.4, within(0.05));
    assertThat(found.sensitivity()).isCloseTo(1.8, within(0.15));
  }

  @Test
  void fewExamplesBendLittle() {
    Answers two =
        new Answers(
            new float[] {0, 1}, new float[] {1, 1}, new float[2], new boolean[] {true, true});
    PlattCalibration found = HazardFit.of(two, 100);
    assertThat(found.slope()).isCloseTo(1, within(0.05));
    assertThat(found.shift()).isCloseTo(0, within(0.05));
  }

  @Property(tries = 500)
  void probabilityRisesWithTheDiscountAndStaysInside(
      @ForAll @DoubleRange(min = -200, max = 200) double z,
      @ForAll @DoubleRange(min = 0, max = 50) double k,
      @ForAll @DoubleRange(min = 0.05, max = 3) double slope) {
    Calibration calibration = new PlattCalibration(slope, 0.3, 0.7);
    double p0 = calibration.p0(z);
    assertThat(p0).isGreaterThan(0).isLessThan(1);
    assertThat(calibration.probability(z, k, 0)).isCloseTo(p0, within(1e-12));
    double less = calibration.probability(z, k, 0.1);
    assertThat(less).isGreaterThanOrEqualTo(p0 - 1e-12);
    assertThat(calibration.probability(z, k, 0.3)).isGreaterThanOrEqualTo(less);
  }
}
