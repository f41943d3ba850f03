package org.tiersmith.training;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/** A number of a run's settings that can be typed, with its range; both ends are allowed. */
public enum NumericSetting {
  EPOCHS(1, 1000, TrainingSettings::epochs),
  BATCH(1, 65_536, TrainingSettings::batch),
  MAX_LENGTH(16, 512, TrainingSettings::maxLength),
  MAX_EXAMPLES(0, Integer.MAX_VALUE, TrainingSettings::maxExamples),
  LEARNING_RATE(1e-7, 0.5, TrainingSettings::learningRate, false),
  WARMUP(0, 0.9, s -> s.tuning().warmup(), false),
  WEIGHT_DECAY(0, 1, s -> s.tuning().weightDecay(), false),
  LAYER_DECAY(0.1, 1, s -> s.tuning().layerDecay(), false),
  FROZEN_LAYERS(0, 48, s -> s.tuning().frozenLayers()),
  HEAD_RATE(1e-7, 0.5, s -> s.tuning().headLearningRate(), false),
  HEAD_EPOCHS(0, 1000, s -> s.tuning().headEpochs()),
  ADAPTER_RANK(0, 256, s -> s.adapters().rank()),
  DROPOUT(0, 0.9, s -> s.tuning().dropout(), false),
  WORD_DROPOUT(0, 0.9, s -> s.augmentation().wordDropout(), false),
  FIELD_DROPOUT(0, 0.9, s -> s.augmentation().fieldDropout(), false),
  POSITIVE_WEIGHT(0.01, 1000, s -> s.objective().positiveWeight(), false),
  FOCAL_GAMMA(0, 10, s -> s.objective().focalGamma(), false),
  LABEL_SMOOTHING(0, 0.49, s -> s.objective().labelSmoothing(), false),
  VALIDATIONS(1, 100, s -> s.tuning().validations()),
  PATIENCE(1, 100, s -> s.tuning().patience()),
  SEED(0, 9_007_199_254_740_991L, TrainingSettings::seed);

  private static final Pattern NUMBER = Pattern.compile("\\d*\\.?\\d+([eE][+-]?\\d+)?");

  private final double least;
  private final double most;
  private final ToDoubleFunction<TrainingSettings> of;
  private final boolean whole;

  NumericSetting(double least, double most, ToDoubleFunction<TrainingSettings> of) {
    this(least, most, of, true);
  }

  NumericSetting(double least, double most, ToDoubleFunction<TrainingSettings> of, boolean whole) {
    this.least = least;
    this.most = most;
    this.of = of;
    this.whole = whole;
  }

  public double least() {
    return least;
  }

  public double most() {
    return most;
  }

  public boolean isWhole() {
    return whole;
  }

  /** The value that settings have. */
  public double of(TrainingSettings settings) {
    return of.applyAsDouble(settings);
  }

  /** The value that settings have, as it would be typed. */
  public String text(TrainingSettings settings) {
    return text(of(settings));
  }

  /** A number as it would be typed. */
  public static String text(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** The numbers typed, parted by commas or semicolons; empty if one is none or out of range. */
  public Optional<List<Double>> read(String typed) {
    List<Double> values = new ArrayList<>();
    for (String part : typed.split("[,;，；]", -1)) {
      String number = part.strip();
      if (!NUMBER.matcher(number).matches() || !holds(Double.parseDouble(number))) {
        return Optional.empty();
      }
      values.add(Double.parseDouble(number));
    }
    return Optional.of(values.stream().distinct().toList());
  }

  private boolean holds(double value) {
    return value >= least && value <= most && (!whole || value == Math.rint(value));
  }

  /** Numbers as values of this setting. */
  public List<SettingValue> values(List<Double> numbers) {
    return numbers.stream()
        .<SettingValue>map(number -> new SettingValue.OfNumber(this, number))
        .toList();
  }

  /** The name on the command line, in bundles and ids. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
