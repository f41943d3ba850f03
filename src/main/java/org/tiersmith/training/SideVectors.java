package org.tiersmith.training;

import org.tiersmith.encoder.Tensor;

/**
 * Vectors of customers or of products, of length one; texts alike lie close.
 *
 * @param rows the customers or products that have one, by their rows in the features, ascending
 * @param vectors rows x hidden
 */
public record SideVectors(int[] rows, Tensor vectors) {
  /** No vectors: a cross-encoder has none of a customer or product alone. */
  static final SideVectors NONE =
      new SideVectors(new int[0], new Tensor(new int[] {0, 0}, new float[0]));
}
