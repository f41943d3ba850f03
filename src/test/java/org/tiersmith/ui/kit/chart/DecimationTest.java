package org.tiersmith.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DecimationTest {
  private static final int WIDTH = 300;

  @Property(tries = 30)
  void losesNoPeakAndKeepsFewPoints(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 40_000) int n) {
    Random random = new Random(seed);
    double[] y = IntStream.range(0, n).mapToDouble(i -> random.nextGaussian()).toArray();
    Decimation points = Decimation.of(series(y), plot(n));
    double low = Double.MAX_VALUE;
    double high = -Double.MAX_VALUE;
    for (int i = 0; i < points.size(); i++) {
      low = Math.min(low, points.y(i));
      high = Math.max(high, points.y(i));
      assertThat(i == 0 || points.x(i) >= points.x(i - 1)).as("rising x").isTrue();
    }
    double top = IntStream.range(0, n).mapToDouble(i -> plot(n).atY(y[i])).min().orElseThrow();
    double bottom = IntStream.range(0, n).mapToDouble(i -> plot(n).atY(y[i])).max().orElseThrow();
    assertThat(low).isEqualTo(top);
    assertThat(high).isEqualTo(bottom);
    assertThat(points.size()).isLessThanOrEqualTo(4 * (WIDTH + 3));
  }

  @Test
  void keepsEveryPointOfAShortLine() {
    double[] y = {1, Double.NaN, 3};
    Decimation points = Decimation.of(series(y), plot(3));
    assertThat(points.size()).isEqualTo(3);
    assertThat(points.y(1)).isNaN();
  }

  private static Series series(double[] y) {
    return new Series("s", IntStream.range(0, y.length).asDoubleStream().toArray(), y, false);
  }

  private static Plot plot(int n) {
    Axis x = new Axis(0, n - 1.0, v -> "", "");
    return new Plot(x, new Axis(-5, 5, v -> "", ""), 0, 0, WIDTH, 200);
  }
}
