package org.tiersmith.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.tiersmith.encoder.LinearLayer;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.SplitKind;

/** One of a run's settings that is one of a few words, or with {@link #isSeveral} some of them. */
public enum ChoiceSetting {
  DEVICE(DeviceChoice.values(), (builder, i) -> builder.device(DeviceChoice.values()[i])),
  OPTIMISER(Optimiser.values(), (builder, i) -> builder.optimiser(Optimiser.values()[i])),
  DECAY(RateDecay.values(), (builder, i) -> builder.decay(RateDecay.values()[i])),
  PRECISION(Precision.values(), (builder, i) -> builder.precision(Precision.values()[i])),
  CALIBRATION(
      CalibrationKind.values(), (builder, i) -> builder.calibration(CalibrationKind.values()[i])),
  SPLIT(SplitKind.values(), (builder, i) -> builder.split(SplitKind.values()[i])),
  /** The layers that have adapters; without adapters it changes nothing. */
  ADAPTER_TARGETS(LinearLayer.values());

  private static final String JOINT = "+";

  private final List<String> words;
  private final BiConsumer<SettingsBuilder, List<Integer>> apply;
  private final boolean several;

  ChoiceSetting(Enum<?>[] values, BiConsumer<SettingsBuilder, Integer> apply) {
    this.words = words(values);
    this.apply = (builder, chosen) -> apply.accept(builder, chosen.getFirst());
    this.several = false;
  }

  ChoiceSetting(LinearLayer[] layers) {
    this.words = words(layers);
    this.apply = (builder, chosen) -> builder.targets(chosen.stream().map(i -> layers[i]).toList());
    this.several = true;
  }

  private static List<String> words(Enum<?>[] values) {
    return Arrays.stream(values).map(value -> word(value.name())).toList();
  }

  static String joined(List<? extends Enum<?>> values) {
    return values.stream().map(value -> word(value.name())).collect(Collectors.joining(JOINT));
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name on the command line. */
  public String key() {
    return word(name());
  }

  /** What it can be. */
  public List<String> words() {
    return words;
  }

  /** Whether it can be several of its words at once, joined by {@code +}. */
  public boolean isSeveral() {
    return several;
  }

  /** The choices typed, parted by commas; empty if one is not known. */
  public Optional<List<String>> read(String typed) {
    List<String> values = new ArrayList<>();
    for (String part : typed.toLowerCase(Locale.ROOT).split("[,;，；]", -1)) {
      List<String> chosen = several ? List.of(part.split("[+|]", -1)) : List.of(part);
      List<Integer> places = chosen.stream().map(String::strip).map(words::indexOf).toList();
      if (places.contains(-1)) {
        return Optional.empty();
      }
      values.add(String.join(JOINT, places.stream().distinct().sorted().map(words::get).toList()));
    }
    return Optional.of(values.stream().distinct().toList());
  }

  /** Choices as values of this setting. */
  public List<SettingValue> values(List<String> choices) {
    return choices.stream()
        .<SettingValue>map(choice -> new SettingValue.OfChoice(this, choice))
        .toList();
  }

  /**
   * Makes a choice.
   *
   * @param choice one of those that {@link #read} answers
   */
  SettingsBuilder applyTo(SettingsBuilder builder, String choice) {
    apply.accept(
        builder, Arrays.stream(choice.split("\\" + JOINT, -1)).map(words::indexOf).toList());
    return builder;
  }
}
