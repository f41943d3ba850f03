package org.tiersmith.training;

import java.util.BitSet;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.tiersmith.encoder.PieceMarks;

/**
 * Leaves out words and sentences of a text at random, but never all of it.
 *
 * @param augmentation how many
 * @param marks which pieces go on with a word, and which end a sentence
 * @param random decides
 */
record Thinning(Augmentation augmentation, PieceMarks marks, RandomGenerator random) {
  /** What thins texts; leaves them as they are where nothing is to be left out. */
  UnaryOperator<int[]> operator() {
    return augmentation.any() ? this::of : UnaryOperator.identity();
  }

  /** The pieces that stay, in their order; all of them where none would. */
  int[] of(int[] pieces) {
    BitSet kept = new BitSet();
    for (int from = 0, to; from < pieces.length; from = to) {
      to = from + 1;
      while (to < pieces.length && !marks.ends().get(pieces[to - 1])) {
        to++;
      }
      if (random.nextDouble() >= augmentation.fieldDropout()) {
        words(pieces, from, to, kept);
      }
    }
    return kept.isEmpty() ? pieces : kept.stream().map(i -> pieces[i]).toArray();
  }

  private void words(int[] pieces, int from, int to, BitSet kept) {
    boolean keeps = true;
    for (int i = from; i < to; i++) {
      if (i == from || !marks.inner().get(pieces[i])) {
        keeps = random.nextDouble() >= augmentation.wordDropout();
      }
      kept.set(i, keeps);
    }
  }
}
