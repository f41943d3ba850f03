package org.tiersmith.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tiersmith.encoder.Tokeniser;
import org.tiersmith.model.PairFeatures;

/**
 * Pairs of texts as padded sequences.
 *
 * @param ids sequences x longest
 * @param types 0 for the first text, 1 for the second
 * @param lengths pieces of each sequence
 */
record TokenBatch(long[][] ids, long[][] types, int[] lengths) {
  /** Pieces a batch, padding counted, as scoring takes them. */
  private static final int PIECES = 4096;

  private static final int MULTIPLE = 8;

  /** Batches of all pairs, of like lengths, longest first, cut to a length. */
  static List<TokenBatch> of(Tokeniser tokeniser, PairFeatures features, int maxLength) {
    int[][] customers = tokeniser.pieces(features.customers().texts(), maxLength);
    int[][] products = tokeniser.pieces(features.products().texts(), maxLength);
    int[] lengths =
        IntStream.range(0, features.size())
            .map(
                i ->
                    Math.min(
                        maxLength,
                        customers[features.customer()[i]].length
                            + products[features.product()[i]].length
                            + 3))
            .toArray();
    List<Integer> order =
        IntStream.range(0, lengths.length)
            .boxed()
            .sorted(Comparator.comparingInt((Integer i) -> -lengths[i]))
            .toList();
    List<TokenBatch> batches = new ArrayList<>();
    for (int from = 0, to; from < order.size(); from = to) {
      int padded = (lengths[order.get(from)] + MULTIPLE - 1) / MULTIPLE * MULTIPLE;
      to = Math.min(order.size(), from + Math.max(1, PIECES / padded));
      TokenBatch batch =
          new TokenBatch(
              new long[to - from][padded], new long[to - from][padded], new int[to - from]);
      for (int i = from; i < to; i++) {
        int pair = order.get(i);
        batch.fill(
            i - from,
            tokeniser,
            customers[features.customer()[pair]],
            products[features.product()[pair]],
            lengths[pair]);
      }
      batches.add(batch);
    }
    return batches;
  }

  private void fill(int row, Tokeniser tokeniser, int[] first, int[] second, int length) {
    int kept = length - second.length - 3;
    int at = 0;
    ids[row][at++] = tokeniser.start();
    for (int i = 0; i < kept; i++) {
      ids[row][at++] = first[i];
    }
    ids[row][at++] = tokeniser.separator();
    for (int piece : second) {
      types[row][at] = 1;
      ids[row][at++] = piece;
    }
    types[row][at] = 1;
    ids[row][at] = tokeniser.separator();
    lengths[row] = length;
  }

  /** 1 where there is a piece, 0 where there is padding. */
  long[][] mask() {
    long[][] mask = new long[ids.length][ids[0].length];
    for (int i = 0; i < mask.length; i++) {
      for (int place = 0; place < lengths[i]; place++) {
        mask[i][place] = 1;
      }
    }
    return mask;
  }
}
