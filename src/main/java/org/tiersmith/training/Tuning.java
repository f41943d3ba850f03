package org.tiersmith.training;

import static java.util.Objects.requireNonNullElse;

/**
 * How the optimiser goes about it.
 *
 * @param headLearningRate peak rate of the head
 * @param layerDecay each layer below the top learns this much slower, in (0, 1]
 * @param weightDecay of matrices, at least 0
 * @param warmup share of all steps in which the rate climbs, in [0, 1)
 * @param dropout in [0, 1)
 * @param patience validations without a better loss before it stops
 * @param frozenLayers layers at the bottom, with the embeddings, that don't learn; 0 for none
 * @param headEpochs epochs of the head alone, on the base encoder's vectors, before; 0 for none
 * @param optimiser how gradients become steps
 * @param decay how the rate falls
 * @param validations how often an epoch is validated, 1 to 100
 */
public record Tuning(
    double headLearningRate,
    double layerDecay,
    double weightDecay,
    double warmup,
    double dropout,
    int patience,
    int frozenLayers,
    int headEpochs,
    Optimiser optimiser,
    RateDecay decay,
    int validations) {
  public Tuning {
    // Absent in runs of earlier versions, which did it this way.
    optimiser = requireNonNullElse(optimiser, Optimiser.ADAMW);
    decay = requireNonNullElse(decay, RateDecay.LINEAR);
    validations = validations == 0 ? 1 : validations;
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
    TrainingSettings.require(
        validations >= 1 && validations <= 100, "validations", validations, "1 to 100");
  }

  /** AdamW with a linear decay, validated once an epoch. */
  public Tuning(
      double headLearningRate,
      double layerDecay,
      double weightDecay,
      double warmup,
      double dropout,
      int patience,
      int frozenLayers,
      int headEpochs) {
    this(
        headLearningRate,
        layerDecay,
        weightDecay,
        warmup,
        dropout,
        patience,
        frozenLayers,
        headEpochs,
        Optimiser.ADAMW,
        RateDecay.LINEAR,
        1);
  }

  /** The same with a frozen part and stages of other lengths. */
  public Tuning with(int newFrozenLayers, int newHeadEpochs) {
    return new Tuning(
        headLearningRate,
        layerDecay,
        weightDecay,
        warmup,
        dropout,
        patience,
        newFrozenLayers,
        newHeadEpochs,
        optimiser,
        decay,
        validations);
  }

  /** The same with other lengths of its stages. */
  Tuning with(int newHeadEpochs, int newValidations, int newPatience) {
    return new Tuning(
        headLearningRate,
        layerDecay,
        weightDecay,
        warmup,
        dropout,
        newPatience,
        frozenLayers,
        newHeadEpochs,
        optimiser,
        decay,
        newValidations);
  }

  /** The same with steps of another kind. */
  Tuning with(Optimiser newOptimiser, RateDecay newDecay) {
    return new Tuning(
        headLearningRate,
        layerDecay,
        weightDecay,
        warmup,
        dropout,
        patience,
        frozenLayers,
        headEpochs,
        newOptimiser,
        newDecay,
        validations);
  }
}
