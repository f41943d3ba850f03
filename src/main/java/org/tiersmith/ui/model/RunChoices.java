package org.tiersmith.ui.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.tiersmith.encoder.LinearLayer;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.SplitKind;
import org.tiersmith.training.CalibrationKind;
import org.tiersmith.training.ChoiceSetting;
import org.tiersmith.training.Optimiser;
import org.tiersmith.training.Precision;
import org.tiersmith.training.RateDecay;
import org.tiersmith.training.SettingValue;
import org.tiersmith.training.SettingValue.OfChoice;
import org.tiersmith.training.TrainingSettings;

/** What of a run's settings is one of a few. */
final class RunChoices {
  private final ObjectProperty<DeviceChoice> device = of(DeviceChoice.AUTO);
  private final ObjectProperty<Optimiser> optimiser = of(Optimiser.ADAMW);
  private final ObjectProperty<RateDecay> decay = of(RateDecay.LINEAR);
  private final ObjectProperty<Precision> precision = of(Precision.FAST);
  private final ObjectProperty<CalibrationKind> calibration = of(CalibrationKind.PLATT);
  private final ObjectProperty<SplitKind> split = of(SplitKind.TIME);
  private final ObjectProperty<Set<LinearLayer>> targets =
      new SimpleObjectProperty<>(this, "targets", Set.of(LinearLayer.values()));

  private static <E> ObjectProperty<E> of(E first) {
    return new SimpleObjectProperty<>(first);
  }

  ObjectProperty<DeviceChoice> deviceProperty() {
    return device;
  }

  ObjectProperty<Optimiser> optimiserProperty() {
    return optimiser;
  }

  ObjectProperty<RateDecay> decayProperty() {
    return decay;
  }

  ObjectProperty<Precision> precisionProperty() {
    return precision;
  }

  ObjectProperty<CalibrationKind> calibrationProperty() {
    return calibration;
  }

  ObjectProperty<SplitKind> splitProperty() {
    return split;
  }

  /** The linear layers that get adapters, if there are any. */
  ObjectProperty<Set<LinearLayer>> targetsProperty() {
    return targets;
  }

  /** All of them. */
  List<ObjectProperty<?>> all() {
    return List.of(device, optimiser, decay, precision, calibration, split, targets);
  }

  /** Chooses or drops one of the layers with adapters. */
  void target(LinearLayer target, boolean wanted) {
    Set<LinearLayer> changed = new LinkedHashSet<>(targets.get());
    if (wanted ? changed.add(target) : changed.remove(target)) {
      targets.set(changed);
    }
  }

  void fill(TrainingSettings settings) {
    optimiser.set(settings.tuning().optimiser());
    decay.set(settings.tuning().decay());
    precision.set(settings.precision());
    calibration.set(settings.calibration());
    split.set(settings.split());
    device.set(settings.device());
    if (settings.adapters().any()) {
      targets.set(new LinkedHashSet<>(settings.adapters().targets()));
    }
  }

  /** All that is chosen. */
  List<SettingValue> values() {
    List<SettingValue> values = new ArrayList<>();
    values.add(OfChoice.of(ChoiceSetting.DEVICE, List.of(device.get())));
    values.add(OfChoice.of(ChoiceSetting.OPTIMISER, List.of(optimiser.get())));
    values.add(OfChoice.of(ChoiceSetting.DECAY, List.of(decay.get())));
    values.add(OfChoice.of(ChoiceSetting.PRECISION, List.of(precision.get())));
    values.add(OfChoice.of(ChoiceSetting.CALIBRATION, List.of(calibration.get())));
    values.add(OfChoice.of(ChoiceSetting.SPLIT, List.of(split.get())));
    if (!targets().isEmpty()) {
      values.add(OfChoice.of(ChoiceSetting.ADAPTER_TARGETS, targets()));
    }
    return values;
  }

  /** The targets in the order of the encoder's layers. */
  List<LinearLayer> targets() {
    return targets.get().stream().sorted().toList();
  }

  /** The names of what is chosen, to be kept. */
  Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("device", device.get().name());
    names.put("optimiser", optimiser.get().name());
    names.put("decay", decay.get().name());
    names.put("precision", precision.get().name());
    names.put("calibration", calibration.get().name());
    names.put("split", split.get().name());
    names.put("targets", targets().stream().map(Enum::name).collect(Collectors.joining("|")));
    return names;
  }

  /**
   * Chooses what was kept.
   *
   * @throws IllegalArgumentException if a name is of an earlier or later version
   */
  void take(Map<String, String> names) {
    device.set(DeviceChoice.valueOf(names.getOrDefault("device", "")));
    optimiser.set(Optimiser.valueOf(names.getOrDefault("optimiser", "")));
    decay.set(RateDecay.valueOf(names.getOrDefault("decay", "")));
    precision.set(Precision.valueOf(names.getOrDefault("precision", "")));
    calibration.set(CalibrationKind.valueOf(names.getOrDefault("calibration", "")));
    split.set(SplitKind.valueOf(names.getOrDefault("split", "")));
    Set<LinearLayer> kept = new LinkedHashSet<>();
    for (String name : names.getOrDefault("targets", "").split("\\|", -1)) {
      if (!name.isEmpty()) {
        kept.add(LinearLayer.valueOf(name));
      }
    }
    targets.set(kept);
  }
}
