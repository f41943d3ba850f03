package org.tiersmith.model;

import java.util.List;

/**
 * What the model reads about customers or products: a text and some numbers a row.
 *
 * @param texts one text a row
 * @param numberNames names of the number columns
 * @param numbers row-major, rows x columns; NaN where unknown
 */
public record FeatureTable(List<String> texts, List<String> numberNames, float[] numbers) {

  public FeatureTable {
    if (numbers.length != texts.size() * numberNames.size()) {
      throw new IllegalArgumentException(
          numbers.length + " numbers for " + texts.size() + " x " + numberNames.size());
    }
  }

  public int rows() {
    return texts.size();
  }
}
