package org.tiersmith.profile.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The fit against an independent one by plain gradient descent, and against what was planted. */
class LogisticRegressionTest {

  @Test
  void agreesWithGradientDescent() {
    double[][] rows = new double[80][];
    boolean[] labels = new boolean[80];
    plant(rows, labels, new Random(3), -0.4, 1.2, -0.7);
    LogisticRegression fitted = LogisticRegression.fit(rows, labels, 2);
    double[] slow = descend(rows, labels, 2);
    assertThat(fitted.intercept()).isEqualTo(slow[0], within(1e-6));
    assertThat(fitted.weights()[0]).isEqualTo(slow[1], within(1e-6));
    assertThat(fitted.weights()[1]).isEqualTo(slow[2], within(1e-6));
  }

  @Test
  void findsWhatWasPlanted() {
    double[][] rows = new double[20_000][];
    boolean[] labels = new boolean[20_000];
    plant(rows, labels, new Random(4), -0.4, 1.2, -0.7);
    LogisticRegression fitted = LogisticRegression.fit(rows, labels, 1);
    assertThat(fitted.intercept()).isEqualTo(-0.4, within(0.08));
    assertThat(fitted.weights()[0]).isEqualTo(1.2, within(0.08));
    assertThat(fitted.weights()[1]).isEqualTo(-0.7, within(0.08));
  }

  @Test
  void staysFiniteWhereAFeatureTellsAll() {
    double[][] rows = {{-1}, {-2}, {1}, {2}};
    LogisticRegression fitted =
        LogisticRegression.fit(rows, new boolean[] {false, false, true, true}, 1);
    assertThat(fitted.weights()[0]).isBetween(0.3, 3.0);
    assertThat(fitted.probability(new double[] {2})).isGreaterThan(0.6);
  }

  @Property(tries = 40)
  void foretellsAsManyAsThereAre(@ForAll long seed) {
    double[][] rows = new double[60][];
    boolean[] labels = new boolean[60];
    plant(rows, labels, new Random(seed), 0.3, 0.5, 0.1);
    LogisticRegression fitted = LogisticRegression.fit(rows, labels, 1);
    double foretold = 0;
    double happened = 0;
    for (int i = 0; i < rows.length; i++) {
      foretold += fitted.probability(rows[i]);
      happened += labels[i] ? 1 : 0;
    }
    // The intercept is free, so where not all labels are equal the sums agree.
    assertThat(foretold).isEqualTo(happened, within(1e-4));
  }

  private static void plant(
      double[][] rows, boolean[] labels, Random random, double intercept, double a, double b) {
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {random.nextGaussian(), random.nextGaussian()};
      double odds = intercept + a * rows[i][0] + b * rows[i][1];
      labels[i] = random.nextDouble() < 1 / (1 + Math.exp(-odds));
    }
  }

  private static double[] descend(double[][] rows, boolean[] labels, double ridge) {
    double[] at = new double[3];
    for (int step = 0; step < 200_000; step++) {
      double[] slope = {0, ridge * at[1], ridge * at[2]};
      for (int i = 0; i < rows.length; i++) {
        double odds = at[0] + at[1] * rows[i][0] + at[2] * rows[i][1];
        double off = 1 / (1 + Math.exp(-odds)) - (labels[i] ? 1 : 0);
        slope[0] += off;
        slope[1] += off * rows[i][0];
        slope[2] += off * rows[i][1];
      }
      for (int j = 0; j < 3; j++) {
        at[j] -= 0.01 * slope[j];
      }
    }
    return at;
  }
}
