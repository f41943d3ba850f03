package org.tiersmith.training;

import org.tiersmith.encoder.Tensor;

/**
 * All that a two-tower model knows of a grid's customers and products. A pair's raw logit is {@code
 * reach * tanh(m + shift) + z} and its raw sensitivity the softplus of {@code k}, where {@code m},
 * {@code z} and {@code k} are inner products of their factors, plus what its history changes.
 *
 * @param customers factors, customers x {@link #matchWidth()} + {@link #logitWidth()} + {@link
 *     #sensitivityWidth()}
 * @param products likewise
 * @param reach how far a match of the texts moves the logit
 * @param shift of the match
 * @param customerVectors of length one, customers x hidden
 * @param productVectors likewise
 * @param logitChanges per pair with a history, what is added to its logit
 * @param sensitivityChanges likewise, before the softplus
 * @param calibration of the answers
 */
public record TowerFactors(
    Tensor customers,
    Tensor products,
    float reach,
    float shift,
    Tensor customerVectors,
    Tensor productVectors,
    float[] logitChanges,
    float[] sensitivityChanges,
    PairCalibration calibration) {

  /** Columns of the factors that the match is made of, the first. */
  public static int matchWidth() {
    return ModelShape.MATCH;
  }

  /** Columns of the factors that the rest of the logit is made of, after those of the match. */
  public static int logitWidth() {
    return ModelShape.RANK + 2;
  }

  /** Columns of the factors that the sensitivity is made of, the last. */
  public static int sensitivityWidth() {
    return ModelShape.RANK + 2;
  }
}
