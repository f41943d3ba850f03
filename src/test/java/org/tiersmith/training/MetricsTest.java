package org.tiersmith.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MetricsTest {
  @Test
  void measuresByHand() {
    double[] p = {0.1, 0.4, 0.6, 0.9};
    boolean[] bought = {false, true, false, true};
    TestMetrics metrics = Metrics.of(p, bought, 0.4);
    assertThat(metrics.rows()).isEqualTo(4);
    assertThat(metrics.auc()).isEqualTo(0.75);
    assertThat(metrics.accuracy()).isEqualTo(0.5);
    assertThat(metrics.f1()).isCloseTo(0.8, within(1e-12));
    assertThat(metrics.logLoss())
        .isCloseTo(-(2 * Math.log(0.9) + 2 * Math.log(0.4)) / 4, within(1e-12));
    assertThat(metrics.precision()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(metrics.recall()).isEqualTo(1);
    assertThat(metrics.threshold()).isEqualTo(0.4);
    assertThat(metrics.prAuc()).isCloseTo((1 + 2 / 3.0) / 2, within(1e-12));
    assertThat(metrics.brier()).isCloseTo((0.01 + 0.36 + 0.36 + 0.01) / 4, within(1e-12));
    assertThat(metrics.ece()).isCloseTo((0.1 + 0.6 + 0.6 + 0.1) / 4, within(1e-12));
  }

  @Test
  void oneOutcomeOnlyIsNoFailure() {
    TestMetrics none = Metrics.of(new double[] {0.1, 0.4}, new boolean[2], 0.4);
    assertThat(none.auc()).isNaN();
    assertThat(none.prAuc()).isNaN();
    assertThat(none.recall()).isNaN();
    assertThat(none.precision()).isZero();
    TestMetrics nothing = Metrics.of(new double[0], new boolean[0], 0.5);
    assertThat(nothing.rows()).isZero();
    assertThat(nothing.logLoss()).isNaN();
    assertThat(nothing.ece()).isNaN();
  }
}
