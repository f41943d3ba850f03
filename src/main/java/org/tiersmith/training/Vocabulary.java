package org.tiersmith.training;

import java.util.Arrays;
import java.util.BitSet;
import org.tiersmith.encoder.Tensor;

/**
 * The word pieces that occur in a data set. Only their embeddings learn, so a step touches some
 * thousand rows instead of all; the result is the same, since rows without gradient don't decay.
 *
 * @param pieces those that occur, ascending
 */
record Vocabulary(int[] pieces) {
  /** The weight whose rows they are. */
  static final String WEIGHT = "embeddings.word_embeddings.weight";

  static Vocabulary of(Sequences sequences, PairInputs inputs) {
    BitSet seen = new BitSet();
    seen.set(sequences.start());
    seen.set(sequences.separator());
    for (TextPieces texts : new TextPieces[] {inputs.customers(), inputs.products()}) {
      for (int[] text : texts.pieces()) {
        Arrays.stream(text).forEach(seen::set);
      }
    }
    return new Vocabulary(seen.stream().toArray());
  }

  /** The row of each piece in the small table. */
  int[] rows() {
    int[] rows = new int[pieces[pieces.length - 1] + 1];
    for (int row = 0; row < pieces.length; row++) {
      rows[pieces[row]] = row;
    }
    return rows;
  }

  /** The small table of a full one. */
  Tensor small(Tensor full) {
    int width = full.shape()[1];
    float[] data = new float[pieces.length * width];
    for (int row = 0; row < pieces.length; row++) {
      System.arraycopy(full.data(), pieces[row] * width, data, row * width, width);
    }
    return new Tensor(new int[] {pieces.length, width}, data);
  }

  /** The full table with the small one's rows put in. */
  Tensor full(Tensor base, Tensor small) {
    int width = base.shape()[1];
    float[] data = base.data().clone();
    for (int row = 0; row < pieces.length; row++) {
      System.arraycopy(small.data(), row * width, data, pieces[row] * width, width);
    }
    return new Tensor(base.shape(), data);
  }
}
