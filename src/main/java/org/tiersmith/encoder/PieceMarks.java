package org.tiersmith.encoder;

import java.util.BitSet;

/**
 * What word pieces are in their texts.
 *
 * @param inner pieces that go on with a word that another began
 * @param ends pieces that end a sentence
 */
public record PieceMarks(BitSet inner, BitSet ends) {
  /** No marks. */
  public static PieceMarks none() {
    return new PieceMarks(new BitSet(), new BitSet());
  }
}
