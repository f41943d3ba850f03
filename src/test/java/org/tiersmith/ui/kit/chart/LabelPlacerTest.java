package org.tiersmith.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tiersmith.ui.kit.chart.LabelPlacer.Box;

class LabelPlacerTest {
  private static final Box ROOM = new Box(10, 10, 310, 210);

  @Property(tries = 300)
  void labelsLieInsideAndNeverOnOneAnotherOrOnADot(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int points) {
    Random random = new Random(seed);
    LabelPlacer placer = new LabelPlacer(ROOM);
    List<Box> all = new ArrayList<>();
    double[][] at = new double[points][];
    for (int i = 0; i < points; i++) {
      at[i] = new double[] {10 + 300 * random.nextDouble(), 10 + 200 * random.nextDouble()};
      Box dot = LabelPlacer.around(at[i][0], at[i][1], 8, 8);
      placer.avoid(dot);
    }
    for (double[] point : at) {
      Box place = placer.beside(point[0], point[1], 8, 20 + 80 * random.nextDouble(), 14);
      if (place != null) {
        assertThat(place.within(ROOM)).isTrue();
        assertThat(all).noneMatch(place::meets);
        for (double[] other : at) {
          assertThat(place.meets(LabelPlacer.around(other[0], other[1], 8, 8))).isFalse();
        }
        all.add(place);
      }
    }
  }

  @Test
  void prefersTheRightSideAndLeavesTheLineFree() {
    LabelPlacer free = new LabelPlacer(ROOM);
    Box right = free.beside(100, 100, 8, 60, 14);
    assertThat(right).isNotNull();
    assertThat(right.left()).isEqualTo(108);
    LabelPlacer lined = new LabelPlacer(ROOM);
    for (double x = 100; x < 200; x += 4) {
      lined.shun(x, 100);
    }
    Box left = lined.beside(100, 100, 8, 60, 14);
    assertThat(left).isNotNull();
    assertThat(left.right()).isEqualTo(92);
  }

  @Test
  void staysInsideAtTheEdge() {
    Box place = new LabelPlacer(ROOM).beside(305, 12, 8, 60, 14);
    assertThat(place).isNotNull();
    assertThat(place.within(ROOM)).isTrue();
  }

  @Test
  void givesNoPlaceWhereNoneIsFree() {
    LabelPlacer placer = new LabelPlacer(ROOM);
    placer.avoid(ROOM);
    assertThat(placer.beside(100, 100, 8, 60, 14)).isNull();
  }
}
