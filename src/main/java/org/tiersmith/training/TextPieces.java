package org.tiersmith.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tiersmith.encoder.Tokeniser;

/**
 * The distinct texts of a table, in word pieces.
 *
 * @param pieces of each distinct text
 * @param ofRow per row of the table, its text's index
 */
record TextPieces(int[][] pieces, int[] ofRow) {

  static TextPieces of(Tokeniser tokeniser, List<String> texts, int most) {
    Map<String, Integer> index = new HashMap<>();
    List<String> distinct = new ArrayList<>();
    int[] ofRow = new int[texts.size()];
    for (int row = 0; row < ofRow.length; row++) {
      ofRow[row] =
          index.computeIfAbsent(
              texts.get(row),
              text -> {
                distinct.add(text);
                return distinct.size() - 1;
              });
    }
    return new TextPieces(tokeniser.pieces(distinct, most), ofRow);
  }

  int length(int text) {
    return pieces[text].length;
  }
}
