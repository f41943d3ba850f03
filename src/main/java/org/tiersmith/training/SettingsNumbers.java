package org.tiersmith.training;

import java.util.Map;

/**
 * The numbers of a run's settings, some of them replaced.
 *
 * @param base whose numbers stand where there are no others
 * @param values that replace them
 */
record SettingsNumbers(TrainingSettings base, Map<NumericSetting, Double> values) {
  double of(NumericSetting setting) {
    Double value = values.get(setting);
    return value == null ? setting.of(base) : value;
  }

  private int whole(NumericSetting setting) {
    return (int) Math.round(of(setting));
  }

  long seed() {
    // Beyond 2^53 a seed is no number of double precision.
    return values.containsKey(NumericSetting.SEED)
        ? Math.round(of(NumericSetting.SEED))
        : base.seed();
  }

  void sizes(SettingsBuilder builder) {
    builder.sizes(
        whole(NumericSetting.EPOCHS),
        whole(NumericSetting.BATCH),
        whole(NumericSetting.MAX_LENGTH),
        whole(NumericSetting.MAX_EXAMPLES));
  }

  Tuning tuning() {
    return new Tuning(
        of(NumericSetting.HEAD_RATE),
        of(NumericSetting.LAYER_DECAY),
        of(NumericSetting.WEIGHT_DECAY),
        of(NumericSetting.WARMUP),
        of(NumericSetting.DROPOUT),
        whole(NumericSetting.PATIENCE),
        whole(NumericSetting.FROZEN_LAYERS),
        whole(NumericSetting.HEAD_EPOCHS),
        base.tuning().optimiser(),
        base.tuning().decay(),
        whole(NumericSetting.VALIDATIONS));
  }

  Objective objective() {
    return new Objective(
        of(NumericSetting.POSITIVE_WEIGHT),
        of(NumericSetting.FOCAL_GAMMA),
        of(NumericSetting.LABEL_SMOOTHING));
  }

  Adapters adapters() {
    int rank = whole(NumericSetting.ADAPTER_RANK);
    return rank > 0 && base.adapters().any()
        ? new Adapters(rank, base.adapters().targets())
        : Adapters.ofRank(rank);
  }

  Augmentation augmentation() {
    return new Augmentation(of(NumericSetting.WORD_DROPOUT), of(NumericSetting.FIELD_DROPOUT));
  }
}
