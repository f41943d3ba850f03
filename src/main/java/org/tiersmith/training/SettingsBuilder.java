package org.tiersmith.training;

import java.util.List;
import java.util.Map;
import org.tiersmith.encoder.LinearLayer;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.SplitKind;

/** Makes settings from others, part by part. */
public final class SettingsBuilder {
  private String encoder;
  private final EncoderForm form;
  private int epochs = 1;
  private int batch = 32;
  private int maxLength = 96;
  private DeviceChoice device = DeviceChoice.AUTO;
  private long seed = 1;
  private int maxExamples;
  private double learningRate = 1e-4;
  private Tuning tuning = new Tuning(1e-3, 0.9, 0.01, 0.1, 0.1, 2, 0, 8);
  private Objective objective = Objective.PLAIN;
  private Adapters adapters = Adapters.NONE;
  private Augmentation augmentation = Augmentation.NONE;
  private Precision precision = Precision.FAST;
  private CalibrationKind calibration = CalibrationKind.PLATT;
  private SplitKind split = SplitKind.TIME;

  SettingsBuilder(String encoder, EncoderForm form) {
    this.encoder = encoder;
    this.form = form;
  }

  SettingsBuilder(TrainingSettings settings) {
    this(settings.encoder(), settings.form());
    sizes(settings.epochs(), settings.batch(), settings.maxLength(), settings.maxExamples());
    device = settings.device();
    seed = settings.seed();
    learningRate = settings.learningRate();
    tuning = settings.tuning();
    objective = settings.objective();
    adapters = settings.adapters();
    augmentation = settings.augmentation();
    precision = settings.precision();
    calibration = settings.calibration();
    split = settings.split();
  }

  public SettingsBuilder encoder(String id) {
    encoder = id;
    return this;
  }

  /** Epochs, examples a step, longest sequence, most examples (0 for all). */
  public SettingsBuilder sizes(int newEpochs, int newBatch, int newLength, int newExamples) {
    epochs = newEpochs;
    batch = newBatch;
    maxLength = newLength;
    maxExamples = newExamples;
    return this;
  }

  public SettingsBuilder device(DeviceChoice value) {
    device = value;
    return this;
  }

  public SettingsBuilder seed(long value) {
    seed = value;
    return this;
  }

  public SettingsBuilder learningRate(double value) {
    learningRate = value;
    return this;
  }

  public SettingsBuilder tuning(Tuning value) {
    tuning = value;
    return this;
  }

  public SettingsBuilder objective(Objective value) {
    objective = value;
    return this;
  }

  public SettingsBuilder adapters(Adapters value) {
    adapters = value;
    return this;
  }

  public SettingsBuilder augmentation(Augmentation value) {
    augmentation = value;
    return this;
  }

  public SettingsBuilder optimiser(Optimiser value) {
    return tuning(tuning.with(value, tuning.decay()));
  }

  public SettingsBuilder decay(RateDecay value) {
    return tuning(tuning.with(tuning.optimiser(), value));
  }

  /** The linear layers that have adapters; nothing changes where there are none. */
  public SettingsBuilder targets(List<LinearLayer> value) {
    return adapters.any() ? adapters(new Adapters(adapters.rank(), value)) : this;
  }

  /**
   * Numbers in place of those so far. Adapters that get a rank for the first time stand beside all
   * linear layers.
   *
   * @throws org.tiersmith.model.Problem if one is out of its range
   */
  public SettingsBuilder numbers(Map<NumericSetting, Double> values) {
    SettingsNumbers numbers = new SettingsNumbers(build(), values);
    numbers.sizes(this);
    return seed(numbers.seed())
        .learningRate(numbers.of(NumericSetting.LEARNING_RATE))
        .tuning(numbers.tuning())
        .objective(numbers.objective())
        .adapters(numbers.adapters())
        .augmentation(numbers.augmentation());
  }

  public SettingsBuilder precision(Precision value) {
    precision = value;
    return this;
  }

  public SettingsBuilder calibration(CalibrationKind value) {
    calibration = value;
    return this;
  }

  public SettingsBuilder split(SplitKind value) {
    split = value;
    return this;
  }

  /**
   * The settings.
   *
   * @throws org.tiersmith.model.Problem if one is out of its range
   */
  public TrainingSettings build() {
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
        tuning,
        objective,
        adapters,
        augmentation,
        precision,
        calibration,
        split);
  }
}
