package org.tiersmith.ui.model;

import java.util.Map;
import org.tiersmith.training.Adapters;
import org.tiersmith.training.Augmentation;
import org.tiersmith.training.Objective;
import org.tiersmith.training.TrainingSettings;
import org.tiersmith.training.Tuning;

/** Makes a run's settings from the numbers typed and what was chosen. */
final class SettingsReader {
  private final Map<Setting, Double> values;
  private final RunChoices choices;

  private SettingsReader(RunChoices choices, Map<Setting, Double> values) {
    this.choices = choices;
    this.values = values;
  }

  /**
   * The settings.
   *
   * @param values of every setting, within its range
   */
  static TrainingSettings of(
      TrainingSettings base, String encoder, RunChoices choices, Map<Setting, Double> values) {
    return new SettingsReader(choices, values).settings(base, encoder);
  }

  private TrainingSettings settings(TrainingSettings base, String encoder) {
    return new TrainingSettings(
        encoder,
        base.form(),
        whole(Setting.EPOCHS),
        whole(Setting.BATCH),
        whole(Setting.MAX_LENGTH),
        choices.deviceProperty().get(),
        Math.round(of(Setting.SEED)),
        whole(Setting.MAX_EXAMPLES),
        of(Setting.LEARNING_RATE),
        tuning(),
        new Objective(
            of(Setting.POSITIVE_WEIGHT), of(Setting.FOCAL_GAMMA), of(Setting.LABEL_SMOOTHING)),
        adapters(),
        new Augmentation(of(Setting.WORD_DROPOUT), of(Setting.FIELD_DROPOUT)),
        choices.precisionProperty().get(),
        choices.calibrationProperty().get(),
        choices.splitProperty().get());
  }

  private Tuning tuning() {
    return new Tuning(
        of(Setting.HEAD_RATE),
        of(Setting.LAYER_DECAY),
        of(Setting.WEIGHT_DECAY),
        of(Setting.WARMUP),
        of(Setting.DROPOUT),
        whole(Setting.PATIENCE),
        whole(Setting.FROZEN_LAYERS),
        whole(Setting.HEAD_EPOCHS),
        choices.optimiserProperty().get(),
        choices.decayProperty().get(),
        whole(Setting.VALIDATIONS));
  }

  private Adapters adapters() {
    int rank = whole(Setting.ADAPTER_RANK);
    return rank == 0 ? Adapters.NONE : new Adapters(rank, choices.targets());
  }

  private double of(Setting setting) {
    return values.getOrDefault(setting, Double.NaN);
  }

  private int whole(Setting setting) {
    return (int) Math.round(of(setting));
  }
}
