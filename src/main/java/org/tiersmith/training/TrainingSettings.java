package org.tiersmith.training;

import static java.util.Objects.requireNonNullElse;

import java.util.Map;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Problem;
import org.tiersmith.model.SplitKind;

/**
 * How to fine-tune.
 *
 * @param encoder id of the base encoder
 * @param form cross-encoder or two-tower
 * @param epochs most passes over the training examples, at least 1
 * @param batch examples a step, at least 1
 * @param maxLength longest sequence in word pieces, 16 to 512
 * @param device where to run
 * @param seed of all randomness but the choice of what is held out, which is the same for all runs
 * @param maxExamples most examples that the encoder trains on, drawn at random, 0 for all; the head
 *     before it sees five times as many
 * @param learningRate peak rate of the encoder's top layer; adapters learn ten times as fast
 * @param tuning how the optimiser goes about it
 * @param objective what is minimised
 * @param adapters what learns in place of the encoder
 * @param augmentation how texts vary while training
 * @param precision how exactly to compute
 * @param calibration how answers become probabilities
 * @param split how examples are parted
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
    Tuning tuning,
    Objective objective,
    Adapters adapters,
    Augmentation augmentation,
    Precision precision,
    CalibrationKind calibration,
    SplitKind split) {
  private static final String ENCODER = "all-minilm-l6-v2";

  public TrainingSettings {
    // Absent in runs of earlier versions, which did it this way.
    objective = requireNonNullElse(objective, Objective.PLAIN);
    adapters = requireNonNullElse(adapters, Adapters.NONE);
    augmentation = requireNonNullElse(augmentation, Augmentation.NONE);
    precision = requireNonNullElse(precision, Precision.FAST);
    calibration = requireNonNullElse(calibration, CalibrationKind.PLATT);
    split = requireNonNullElse(split, SplitKind.TIME);
    require(epochs >= 1 && epochs <= 1000, "epochs", epochs, "1 to 1000");
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
    SettingsBuilder builder = new SettingsBuilder(ENCODER, form);
    return switch (form) {
      case CROSS ->
          builder
              .sizes(2, 32, 96, 0)
              .learningRate(1e-4)
              .tuning(new Tuning(1e-3, 0.9, 0.01, 0.1, 0.1, 2, 0, 8))
              .build();
      case TWO_TOWER ->
          builder
              .sizes(1, 96, 112, 0)
              .learningRate(3e-4)
              .tuning(new Tuning(1e-3, 0.9, 0.01, 0.1, 0.1, 2, 3, 12))
              .build();
    };
  }

  /** A useful model within two minutes on two processor cores: for the sample and a first look. */
  public static TrainingSettings quick() {
    return defaults(EncoderForm.TWO_TOWER)
        .change()
        .sizes(1, 96, 48, 4000)
        .tuning(new Tuning(1e-3, 0.9, 0.01, 0.1, 0.1, 2, 3, 8))
        .build();
  }

  /** Every setting by name, as text. */
  public Map<String, String> asMap() {
    return SettingsText.of(this);
  }

  /** A builder that starts from these settings. */
  public SettingsBuilder change() {
    return new SettingsBuilder(this);
  }

  /** These settings with other tuning. */
  public TrainingSettings with(Tuning newTuning) {
    return change().tuning(newTuning).build();
  }

  /** These settings on another base. */
  public TrainingSettings withEncoder(String id) {
    return change().encoder(id).build();
  }

  /** These settings with other sizes: what a person may turn. */
  public TrainingSettings withSizes(int newEpochs, int newBatch, int newLength, int newExamples) {
    return change().sizes(newEpochs, newBatch, newLength, newExamples).build();
  }

  /** These settings on another device and with another seed. */
  public TrainingSettings withRun(DeviceChoice newDevice, long newSeed) {
    return change().device(newDevice).seed(newSeed).build();
  }

  /** These settings with examples divided and probabilities calibrated in another way. */
  public TrainingSettings withJudging(SplitKind newSplit, CalibrationKind newCalibration) {
    return change().split(newSplit).calibration(newCalibration).build();
  }
}
