package org.tiersmith.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.encoder.PieceMarks;
import org.tiersmith.encoder.Tokeniser;

class ThinningTest {
  /** In these tests odd pieces go on with a word, and piece 8 ends a sentence. */
  private static final PieceMarks MARKS = new PieceMarks(bits(1, 3, 5, 7), bits(8));

  private static BitSet bits(int... set) {
    BitSet bits = new BitSet();
    Arrays.stream(set).forEach(bits::set);
    return bits;
  }

  @Property(tries = 300)
  void whatStaysIsWholeWordsInTheirOrderAndNeverNothing(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 8) Integer> text,
      @ForAll @DoubleRange(max = 0.9) double words,
      @ForAll @DoubleRange(max = 0.9) double fields,
      @ForAll long seed) {
    int[] pieces = text.stream().mapToInt(Integer::intValue).toArray();
    int[] kept = new Thinning(new Augmentation(words, fields), MARKS, new Random(seed)).of(pieces);
    assertThat(kept).isNotEmpty();
    List<Integer> left = new ArrayList<>(text);
    int from = 0;
    for (int piece : kept) {
      int at = left.subList(from, left.size()).indexOf(piece);
      assertThat(at).as("a subsequence of the text").isNotNegative();
      from += at + 1;
    }
  }

  @Test
  void nothingIsLeftOutWhereNobodyAsks() {
    int[] pieces = {2, 3, 8, 4};
    assertThat(new Thinning(Augmentation.NONE, MARKS, new Random(1)).operator().apply(pieces))
        .isSameAs(pieces);
  }

  @Test
  void sharesAreThoseAskedFor() {
    int[] pieces = new int[20_000];
    Arrays.setAll(pieces, i -> i % 10 == 9 ? 8 : 2 * (i % 4));
    int[] words = new Thinning(new Augmentation(0.3, 0), MARKS, new Random(4)).of(pieces);
    assertThat(words.length / 20_000.0).isBetween(0.68, 0.72);
    int[] fields = new Thinning(new Augmentation(0, 0.3), MARKS, new Random(4)).of(pieces);
    assertThat(fields.length / 20_000.0).isBetween(0.66, 0.74);
    assertThat(fields.length % 10).as("sentences of ten pieces stay or go whole").isZero();
  }

  @Test
  void aTokeniserTellsWordsAndSentencesApart() throws IOException {
    try (Tokeniser tokeniser =
        new EncoderCatalogue(Path.of("no-such-folder")).tokeniser("all-minilm-l6-v2")) {
      List<String> texts = List.of("gooseneckkettle works. Red mug");
      PieceMarks marks = tokeniser.marks(texts);
      int[] pieces = tokeniser.pieces(texts, 50)[0];
      long inner = Arrays.stream(pieces).filter(marks.inner()::get).count();
      long ends = Arrays.stream(pieces).filter(marks.ends()::get).count();
      assertThat(ends).isEqualTo(1);
      assertThat(pieces.length - inner).as("words and the full stop").isEqualTo(5);
    }
  }
}
