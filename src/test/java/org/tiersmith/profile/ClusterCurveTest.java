package org.tiersmith.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tiersmith.profile.ClusterCurve.Point;

class ClusterCurveTest {
  @Test
  void isUnclearWhereNoNumberOfClustersDividesWell() {
    assertThat(new ClusterCurve(List.of(new Point(2, 0.12), new Point(3, 0.1)), 2).isUnclear())
        .isTrue();
    assertThat(new ClusterCurve(List.of(new Point(2, 0.12), new Point(3, 0.25)), 3).isUnclear())
        .isFalse();
  }
}
