package org.tiersmith.training;

import org.tiersmith.encoder.Tensor;

/**
 * All that a two-tower model knows of a grid's customers and products: a pair's raw logit and raw
 * sensitivity are inner products of their factors, plus what its history changes.
 *
 * @param customers factors, customers x {@link #logitWidth()} + {@link #sensitivityWidth()}
 * @param products likewise
 * @param customerVectors of length one, customers x hidden
 * @param productVectors likewise
 * @param logitChanges per pair with a history, what is added to its logit
 * @param sensitivityChanges likewise, before the softplus
 * @param calibration of the answers
 */
public record TowerFactors(
    Tensor customers,
    Tensor products,
    Tensor customerVectors,
    Tensor productVectors,
    float[] logitChanges,
    float[] sensitivityChanges,
    PairCalibration calibration) {

  /** Columns of the factors that the logit is made of; those of the sensitivity follow. */
  public static int logitWidth() {
    return ModelShape.MATCH + ModelShape.RANK + 2;
  }

  /** Columns of the factors that the sensitivity is made of. */
  public static int sensitivityWidth() {
    return ModelShape.RANK + 2;
  }
}
