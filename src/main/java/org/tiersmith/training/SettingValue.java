package org.tiersmith.training;

import java.util.List;
import java.util.Map;

/** A setting and what it is to be. */
public sealed interface SettingValue {
  /** The setting's name on the command line. */
  String key();

  /** The value as it would be typed. */
  String text();

  /** Settings that differ in this. */
  SettingsBuilder applyTo(SettingsBuilder builder);

  /**
   * A number.
   *
   * @param value within the setting's range
   */
  record OfNumber(NumericSetting setting, double value) implements SettingValue {
    @Override
    public String key() {
      return setting.key();
    }

    @Override
    public String text() {
      return NumericSetting.text(value);
    }

    @Override
    public SettingsBuilder applyTo(SettingsBuilder builder) {
      return builder.numbers(Map.of(setting, value));
    }
  }

  /**
   * A choice.
   *
   * @param word one that the setting can be
   */
  record OfChoice(ChoiceSetting setting, String word) implements SettingValue {
    /** A choice of one or more of the setting's values. */
    public static OfChoice of(ChoiceSetting setting, List<? extends Enum<?>> values) {
      return new OfChoice(setting, ChoiceSetting.joined(values));
    }

    @Override
    public String key() {
      return setting.key();
    }

    @Override
    public String text() {
      return word;
    }

    @Override
    public SettingsBuilder applyTo(SettingsBuilder builder) {
      return setting.applyTo(builder, word);
    }
  }
}
