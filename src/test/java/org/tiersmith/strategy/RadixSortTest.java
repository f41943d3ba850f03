package org.tiersmith.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RadixSortTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 1000, 600_000})
  void sortsByTheUpperHalfAndKeepsTheOrderOfEqualOnes(int size) {
    SplittableRandom random = new SplittableRandom(size);
    long[] keys = new long[size];
    // Lower halves count up, so a stable sort is the sort by the whole key.
    Arrays.setAll(keys, i -> (long) random.nextInt(1 << random.nextInt(1, 31)) << Integer.SIZE | i);
    long[] expected = keys.clone();
    Arrays.sort(expected);

    assertThat(RadixSort.byUpperHalf(keys, () -> false)).isEqualTo(expected);
  }

  @Test
  void canBeCancelled() {
    assertThatThrownBy(() -> RadixSort.byUpperHalf(new long[4], () -> true))
        .isInstanceOf(CancellationException.class);
  }
}
