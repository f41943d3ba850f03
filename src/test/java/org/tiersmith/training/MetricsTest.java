package org.tiersmith.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MetricsTest {
  @Property(tries = 200)
  void aucIsTheShareOfPairsInOrder(@ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int n) {
    Random random = new Random(seed);
    double[] p = new double[n];
    boolean[] bought = new boolean[n];
    for (int i = 0; i < n; i++) {
      p[i] = random.nextInt(8) / 8.0;
      bought[i] = random.nextBoolean();
    }
    double right = 0;
    double pairs = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (bought[i] && !bought[j]) {
          pairs++;
          right += p[i] > p[j] ? 1 : p[i] == p[j] ? 0.5 : 0;
        }
      }
    }
    if (pairs == 0) {
      assertThat(Metrics.auc(p, bought)).isNaN();
    } else {
      assertThat(Metrics.auc(p, bought)).isCloseTo(right / pairs, within(1e-12));
    }
  }

  @Property(tries = 200)
  void noThresholdHasABetterF1(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int n) {
    Random random = new Random(seed);
    double[] p = new double[n];
    boolean[] bought = new boolean[n];
    for (int i = 0; i < n; i++) {
      p[i] = random.nextInt(6) / 6.0;
      bought[i] = i == 0 || random.nextBoolean();
    }
    double best = Metrics.f1(p, bought, Metrics.bestThreshold(p, bought));
    for (double threshold : p) {
      assertThat(Metrics.f1(p, bought, threshold)).isLessThanOrEqualTo(best + 1e-12);
    }
  }

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
    assertThat(metrics.ece()).isCloseTo((0.1 + 0.6 + 0.6 + 0.1) / 4, within(1e-12));
  }

  @Test
  void binsHoldEqualMass() {
    double[] p = new double[1000];
    boolean[] bought = new boolean[1000];
    for (int i = 0; i < p.length; i++) {
      p[i] = (i * 7 % 1000) / 1000.0;
      bought[i] = i % 2 == 0;
    }
    List<ReliabilityBin> bins = Metrics.reliability(p, bought);
    assertThat(bins).hasSize(10).allMatch(bin -> bin.rows() == 100);
    assertThat(bins.getFirst().predicted()).isCloseTo(0.0495, within(1e-9));
  }
}
