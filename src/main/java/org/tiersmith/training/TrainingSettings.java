package org.tiersmith.training;

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
 * @param maxExamples most examples that the encoder trains on, drawn at random, 0 for all; the head
 *     before it sees five times as many
 * @param learningRate peak rate of the encoder's top layer
 * @param tuning the rest
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
    Tuning tuning) {
  private static final String ENCODER = "all-minilm-l6-v2";

  public TrainingSettings {
    require(epochs >= 1, "epochs", epochs, "1 or more");
    require(batch >= 1 && batch <= 65_536, "batch", batch, "1 to 65536");
    require(maxLength >= 16 && maxLength <= 512, "max-length", maxLength, "16 to 512");
    require(maxExamples >= 0, "max-examples", maxExamples, "0 (all) or more");
    require(learningRate >= 0 && learningRate < 1, "learning-rate", learningRate, "0 to 1");
  }

  static void require(boolean holds, String name, Object value, String range) {
    if (!holds) {
      throw Problem.of(
          "training.setting-range",
          "The training setting {0} is {1}; it must be {2}. Nothing was started.",
          name,
          value.toString(),
          range);
    }
  }

  /** What suits most shops. */
  public static TrainingSettings defaults(EncoderForm form) {
    return switch (form) {
      case CROSS ->
          new TrainingSettings(
              ENCODER,
              form,
              2,
              32,
              96,
              DeviceChoice.AUTO,
              1,
              0,
              1e-4,
              new Tuning(1e-3, 0.9, 0.01, 0.1, 0.1, 2, 0, 8));
      case TWO_TOWER ->
          new TrainingSettings(
              ENCODER,
              form,
              1,
              96,
              48,
              DeviceChoice.AUTO,
              1,
              0,
              3e-4,
              new Tuning(1e-3, 0.9, 0.01, 0.1, 0.1, 2, 3, 12));
    };
  }

  /** A useful model within two minutes on two processor cores: for the sample and a first look. */
  public static TrainingSettings quick() {
    return new TrainingSettings(
        ENCODER,
        EncoderForm.TWO_TOWER,
        1,
        96,
        48,
        DeviceChoice.AUTO,
        1,
        4000,
        3e-4,
        new Tuning(1e-3, 0.9, 0.01, 0.1, 0.1, 2, 3, 8));
  }

  /** Every setting by name, as text. */
  public Map<String, String> asMap() {
    Map<String, String> map = new TreeMap<>(tuning.asMap());
    map.put("encoder", encoder);
    map.put("form", form.name());
    map.put("epochs", Integer.toString(epochs));
    map.put("batch", Integer.toString(batch));
    map.put("maxLength", Integer.toString(maxLength));
    map.put("device", device.name());
    map.put("seed", Long.toString(seed));
    map.put("maxExamples", Integer.toString(maxExamples));
    map.put("learningRate", Double.toString(learningRate));
    return map;
  }

  /** These settings with other tuning. */
  public TrainingSettings with(Tuning newTuning) {
    return new TrainingSettings(
        encoder,
        form,
        epochs,
        batch,
        maxLength,
        device,
        seed,
        maxExamples,
        learningRate,
        newTuning);
  }

  /** These settings on another base. */
  public TrainingSettings withEncoder(String id) {
    return new TrainingSettings(
        id, form, epochs, batch, maxLength, device, seed, maxExamples, learningRate, tuning);
  }

  /** These settings with other sizes: what a person may turn. */
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
        tuning);
  }

  /** These settings on another device and with another seed. */
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
        tuning);
  }
}
