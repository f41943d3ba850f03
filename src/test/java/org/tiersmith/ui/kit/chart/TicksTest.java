package org.tiersmith.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TicksTest {
  @Test
  void areRound() {
    assertThat(Ticks.of(0, 1, 5)).containsExactly(0, 0.2, 0.4, 0.6000000000000001, 0.8, 1);
    assertThat(Ticks.of(0, 3000, 3)).containsExactly(0, 1000, 2000, 3000);
  }

  @Property
  void lieWithinTheAxisAndAreNotTooMany(
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double low,
      @ForAll @DoubleRange(min = 0.01, max = 1e6) double span,
      @ForAll @IntRange(min = 1, max = 10) int wanted) {
    double[] ticks = Ticks.of(low, low + span, wanted);
    assertThat(ticks.length).isLessThanOrEqualTo(wanted + 1);
    double slack = 1e-6 * Math.max(span, Math.abs(low));
    for (double tick : ticks) {
      assertThat(tick).isBetween(low - slack, low + span + slack);
    }
  }
}
