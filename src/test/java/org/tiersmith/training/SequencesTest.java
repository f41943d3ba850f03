package org.tiersmith.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tiersmith.encoder.BertConfig.Pooling;

class SequencesTest {
  private static final Sequences SEQUENCES = new Sequences(101, 102, 1, 16, Pooling.MEAN, null);

  @Test
  void theCustomersTextIsCutBeforeTheProducts() {
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      int[] customer = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
      int[] product = {21, 22, 23, 24};
      List<NDArray> arrays = SEQUENCES.both(manager, new int[][] {customer}, new int[][] {product});
      assertThat(arrays.get(0).toLongArray())
          .containsExactly(101, 1, 2, 3, 4, 5, 6, 7, 8, 9, 102, 21, 22, 23, 24, 102);
      assertThat(arrays.get(1).toLongArray())
          .containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1);
      assertThat(arrays.get(3).sum().getFloat()).isEqualTo(9);
      assertThat(arrays.get(4).sum().getFloat()).isEqualTo(4);
    }
  }

  @Test
  void asManySeparatorsStandBetweenTheTextsAsTheTokeniserPuts() {
    Sequences robust = new Sequences(0, 2, 2, 16, Pooling.MEAN, null);
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      List<NDArray> arrays = robust.both(manager, new int[][] {{7, 8}}, new int[][] {{9}});
      assertThat(robust.length(new int[2], new int[1])).isEqualTo(7);
      assertThat(arrays.get(0).toLongArray()).containsExactly(0, 7, 8, 2, 2, 9, 2, 0);
      assertThat(arrays.get(1).toLongArray()).containsExactly(0, 0, 0, 0, 0, 1, 1, 0);
      assertThat(arrays.get(3).toFloatArray()).containsExactly(0, 1, 1, 0, 0, 0, 0, 0);
      assertThat(arrays.get(4).toFloatArray()).containsExactly(0, 0, 0, 0, 0, 1, 0, 0);
    }
  }

  @Test
  void aLongProductLeavesRoomForTheCustomer() {
    assertThat(SEQUENCES.length(new int[30], new int[30])).isEqualTo(16);
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      List<NDArray> arrays =
          SEQUENCES.both(manager, new int[][] {new int[30]}, new int[][] {new int[30]});
      assertThat(arrays.get(3).sum().getFloat()).isEqualTo(8);
      assertThat(arrays.get(4).sum().getFloat()).isEqualTo(5);
    }
  }

  @Property
  void aTextCutForAnEncoderFitsItsPlacesWhenPadded(
      @ForAll @IntRange(min = 8, max = 600) int places, @ForAll @IntRange(max = 700) int text) {
    int longest = Math.min(512, Sequences.longestPadded(places));
    Sequences cut = new Sequences(0, 2, 1, longest, Pooling.MEAN, null);
    assertThat(Sequences.padded(cut.length(new int[text]))).isLessThanOrEqualTo(places);
    assertThat(longest).isGreaterThan(Math.min(512, places) - 8);
  }

  @Test
  void loneTextsArePaddedToAMultipleOfEight() {
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      List<NDArray> arrays = SEQUENCES.lone(manager, new int[][] {{1}, {1, 2, 3, 4, 5, 6, 7}});
      assertThat(arrays.get(0).getShape().getShape()).containsExactly(2, 16);
      assertThat(arrays.get(2).sum().getFloat()).isEqualTo(3 + 9);
      assertThat(SEQUENCES.withRows(new int[200]).lone(manager, new int[][] {{1}}).getFirst())
          .satisfies(ids -> assertThat(ids.sum().getLong()).isZero());
    }
  }
}
