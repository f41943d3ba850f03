package org.tiersmith.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Examples;

class EpochPlanTest {
  @Property(tries = 100)
  void everyPairComesOnce(
      @ForAll EncoderForm form,
      @ForAll @IntRange(min = 1, max = 300) int size,
      @ForAll @IntRange(min = 1, max = 70) int batch,
      @ForAll long seed) {
    int[] pairs = IntStream.range(0, size).toArray();
    List<int[]> plan = EpochPlan.of(form, inputs(size), pairs, batch, new Random(seed));
    assertThat(plan).allMatch(b -> b.length > 0 && b.length <= batch);
    assertThat(plan.stream().flatMapToInt(Arrays::stream).sorted().toArray()).isEqualTo(pairs);
  }

  @Test
  void aMillionPairsMakeFullBatches() {
    int[] pairs = IntStream.range(0, 1_000_000).toArray();
    List<int[]> plan =
        EpochPlan.of(EncoderForm.CROSS, inputs(pairs.length), pairs, 256, new Random(1));
    assertThat(plan).hasSize(Math.ceilDiv(pairs.length, 256));
  }

  private static PairInputs inputs(int size) {
    Examples examples = TinyShop.examples(size);
    int[][] pieces = new int[8][];
    for (int i = 0; i < 8; i++) {
      pieces[i] = new int[i];
    }
    TextPieces texts = new TextPieces(pieces, IntStream.range(0, 8).toArray());
    NumberScaling scaling = NumberScaling.fit(examples.features(), new int[] {0});
    return new PairInputs(examples.features(), texts, texts, scaling);
  }
}
