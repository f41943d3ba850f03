package org.tiersmith.training;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.TreeMap;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Problem;

/**
 * How to fine-tune.
 *
 * @param encoder id of the base encoder
 * @param form cross-encoder or two-tower
 * @param epochs most passes over the training examples, at least 1
 * @param batch examples a step, at least 1
 * @param maxLength longest sequence in word pieces, 16 to 512
 * @param device where to run
 * @param seed of all randomness
 * @param maxExamples most training examples, drawn at random; 0 for all
 * @param learningRate peak rate of the encoder's top layer
 * @param headLearningRate peak rate of the head
 * @param layerDecay each layer below learns this much slower, in (0, 1]
 * @param weightDecay of matrices, at least 0
 * @param warmup share of all steps in which the rate climbs, in [0, 1)
 * @param dropout in [0, 1)
 * @param patience epochs without a better validation loss before it stops
 * @param frozenLayers layers at the bottom, with the embeddings, that don't learn; 0 for none
 */
public record TrainingSettings(
    String encoder,
    EncoderForm form,
    int epochs,
    int batch,
    int maxLength,
    DeviceChoice device,
    long seed,
    int maxExamples,
    double learningRate,
    double headLearningRate,
    double layerDecay,
    double weightDecay,
    double warmup,
    double dropout,
    int patience,
    int frozenLayers) {

  public TrainingSettings {
    require(epochs >= 1, "epochs", epochs, "1 or more");
    require(batch >= 1 && batch <= 65_536, "batch", batch, "1 to 65536");
    require(maxLength >= 16 && maxLength <= 512, "max-length", maxLength, "16 to 512");
    require(maxExamples >= 0, "max-examples", maxExamples, "0 (all) or more");
    require(learningRate >= 0 && learningRate < 1, "learning-rate", learningRate, "0 to 1");
    require(
        headLearningRate > 0 && headLearningRate < 1,
        "head-learning-rate",
        headLearningRate,
        "0 to 1");
    require(layerDecay > 0 && layerDecay <= 1, "layer-decay", layerDecay, "0 to 1");
    require(weightDecay >= 0, "weight-decay", weightDecay, "0 or more");
    require(warmup >= 0 && warmup < 1, "warmup", warmup, "0 to 1");
    require(dropout >= 0 && dropout < 1, "dropout", dropout, "0 to 1");
    require(patience >= 1, "patience", patience, "1 or more");
    require(frozenLayers >= 0, "frozen-layers", frozenLayers, "0 or more");
  }

  private static void require(boolean holds, String name, Object value, String range) {
    if (!holds) {
      throw Problem.of(
          "training.setting-range",
          "The training setting {0} is {1}; it must be {2}. Nothing was started.",
          name,
          value.toString(),
          range);
    }
  }

  /** What suits most shops: two epochs, all examples. */
  public static TrainingSettings defaults(EncoderForm form) {
    return form == EncoderForm.CROSS
        ? new TrainingSettings(
            "all-minilm-l6-v2",
            form,
            2,
            32,
            96,
            DeviceChoice.AUTO,
            1,
            0,
            1e-4,
            1e-3,
            0.9,
            0.01,
            0.1,
            0.1,
            2,
            0)
        : new TrainingSettings(
            "all-minilm-l6-v2",
            form,
            3,
            256,
            64,
            DeviceChoice.AUTO,
            1,
            0,
            1e-4,
            2e-3,
            0.9,
            0.01,
            0.1,
            0.1,
            2,
            0);
  }

  /** A useful model within two minutes on two processor cores: for the sample and a first look. */
  public static TrainingSettings quick() {
    return new TrainingSettings(
        "all-minilm-l6-v2",
        EncoderForm.TWO_TOWER,
        2,
        512,
        48,
        DeviceChoice.AUTO,
        1,
        6000,
        2e-4,
        3e-3,
        0.9,
        0.01,
        0.1,
        0.1,
        2,
        4);
  }

  /** Every setting by name, as text. */
  public Map<String, String> asMap() {
    Map<String, String> map = new TreeMap<>();
    for (RecordComponent component : TrainingSettings.class.getRecordComponents()) {
      try {
        map.put(component.getName(), String.valueOf(component.getAccessor().invoke(this)));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return map;
  }

  public TrainingSettings withEncoder(String id) {
    return new TrainingSettings(
        id,
        form,
        epochs,
        batch,
        maxLength,
        device,
        seed,
        maxExamples,
        learningRate,
        headLearningRate,
        layerDecay,
        weightDecay,
        warmup,
        dropout,
        patience,
        frozenLayers);
  }

  /** These settings with another length, batch, examples and epochs: what a person may turn. */
  public TrainingSettings withSizes(int newEpochs, int newBatch, int newLength, int newExamples) {
    return new TrainingSettings(
        encoder,
        form,
        newEpochs,
        newBatch,
        newLength,
        device,
        seed,
        newExamples,
        learningRate,
        headLearningRate,
        layerDecay,
        weightDecay,
        warmup,
        dropout,
        patience,
        frozenLayers);
  }

  public TrainingSettings withRun(DeviceChoice newDevice, long newSeed) {
    return new TrainingSettings(
        encoder,
        form,
        epochs,
        batch,
        maxLength,
        newDevice,
        newSeed,
        maxExamples,
        learningRate,
        headLearningRate,
        layerDecay,
        weightDecay,
        warmup,
        dropout,
        patience,
        frozenLayers);
  }
}
