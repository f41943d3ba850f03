package org.tiersmith.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScoredPairsTest {

  @Test
  void similarityIsForEveryPairOrForNone() {
    assertThat(pairs(2, new float[2]).hasSimilarity()).isTrue();
    assertThat(pairs(2, new float[0]).hasSimilarity()).isFalse();
    assertThatThrownBy(() -> pairs(2, new float[1])).isInstanceOf(IllegalArgumentException.class);
  }

  private static ScoredPairs pairs(int n, float[] similarity) {
    return new ScoredPairs(
        List.of("c"),
        List.of("p"),
        new int[n],
        new int[n],
        new double[n],
        new double[n],
        new double[n],
        new double[n],
        similarity);
  }
}
