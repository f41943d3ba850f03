package org.tiersmith.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tiersmith.model.TierLadder;

@Domain(Portfolios.class)
@Domain(DomainContext.Global.class)
class SnapTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0",
    "0.01, 0, 0, 1",
    "0.05, 0, 1, 1",
    "0.0999, 0, 1, 1",
    "0.1, 1, 1, 1",
    "0.1500001, 1, 2, 2",
    "0.2, 2, 2, 2",
    "5, 2, 2, 2",
    "Infinity, 2, 2, 2"
  })
  void meetsTheLadder(double raw, int down, int nearest, int up) {
    double[] rates = {0, 0.1, 0.2};

    assertThat(tier(Snap.DOWN, raw, rates)).isEqualTo(down);
    assertThat(tier(Snap.NEAREST, raw, rates)).isEqualTo(nearest);
    assertThat(tier(Snap.UP, raw, rates)).isEqualTo(up);
  }

  @Property(tries = 300)
  void holdsItsPromise(
      @ForAll TierLadder ladder, @ForAll @Scale(9) @DoubleRange(min = 0, max = 1.2) double raw) {
    double[] rates = ladder.toArray();
    int down = tier(Snap.DOWN, raw, rates);
    int nearest = tier(Snap.NEAREST, raw, rates);
    int up = tier(Snap.UP, raw, rates);

    assertThat(rates[down]).isLessThanOrEqualTo(raw);
    assertThat(rates[up] >= raw || up == rates.length - 1).isTrue();
    assertThat(nearest).isIn(down, up);
    for (double rate : rates) {
      assertThat(Math.abs(rates[nearest] - raw)).isLessThanOrEqualTo(Math.abs(rate - raw) + 1e-15);
    }
  }

  @Property(tries = 100)
  void leavesATierWhereItIs(@ForAll TierLadder ladder, @ForAll Snap snap) {
    double[] rates = ladder.toArray();
    for (int t = 0; t < rates.length; t++) {
      assertThat(tier(snap, rates[t], rates)).isEqualTo(t);
    }
  }

  private static int tier(Snap snap, double raw, double[] rates) {
    return Snap.tier(raw, snap.boundaries(rates));
  }
}
