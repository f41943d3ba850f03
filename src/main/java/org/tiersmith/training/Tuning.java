package org.tiersmith.training;

import java.util.Map;
import java.util.TreeMap;

/**
 * Settings that hardly anybody needs to turn.
 *
 * @param headLearningRate peak rate of the head
 * @param layerDecay each layer below the top learns this much slower, in (0, 1]
 * @param weightDecay of matrices, at least 0
 * @param warmup share of all steps in which the rate climbs, in [0, 1)
 * @param dropout in [0, 1)
 * @param patience epochs without a better validation loss before it stops
 * @param frozenLayers layers at the bottom, with the embeddings, that don't learn; 0 for none
 * @param headEpochs epochs of the head alone, on the base encoder's vectors, before; 0 for none
 */
public record Tuning(
    double headLearningRate,
    double layerDecay,
    double weightDecay,
    double warmup,
    double dropout,
    int patience,
    int frozenLayers,
    int headEpochs) {

  public Tuning {
    TrainingSettings.require(
        headLearningRate > 0 && headLearningRate < 1,
        "head-learning-rate",
        headLearningRate,
        "between 0 and 1");
    TrainingSettings.require(
        layerDecay > 0 && layerDecay <= 1, "layer-decay", layerDecay, "above 0, at most 1");
    TrainingSettings.require(weightDecay >= 0, "weight-decay", weightDecay, "0 or more");
    TrainingSettings.require(warmup >= 0 && warmup < 1, "warmup", warmup, "0 or more, below 1");
    TrainingSettings.require(dropout >= 0 && dropout < 1, "dropout", dropout, "0 or more, below 1");
    TrainingSettings.require(patience >= 1, "patience", patience, "1 or more");
    TrainingSettings.require(frozenLayers >= 0, "frozen-layers", frozenLayers, "0 or more");
    TrainingSettings.require(headEpochs >= 0, "head-epochs", headEpochs, "0 or more");
  }

  /** Every setting by name, as text. */
  Map<String, String> asMap() {
    return new TreeMap<>(
        Map.of(
            "headLearningRate", Double.toString(headLearningRate),
            "layerDecay", Double.toString(layerDecay),
            "weightDecay", Double.toString(weightDecay),
            "warmup", Double.toString(warmup),
            "dropout", Double.toString(dropout),
            "patience", Integer.toString(patience),
            "frozenLayers", Integer.toString(frozenLayers),
            "headEpochs", Integer.toString(headEpochs)));
  }
}
