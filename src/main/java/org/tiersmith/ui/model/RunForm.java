package org.tiersmith.ui.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.training.NumericSetting;
import org.tiersmith.training.SettingValue;
import org.tiersmith.training.SettingsSearch;
import org.tiersmith.training.TrainingSettings;

/** What is typed and chosen for new runs, and whether they can be started. */
final class RunForm {
  private final StringProperty encoder = new SimpleStringProperty(this, "encoder", "");
  private final ObjectProperty<EncoderForm> form =
      new SimpleObjectProperty<>(this, "form", EncoderForm.TWO_TOWER);
  private final RunChoices choices = new RunChoices();
  private final Map<NumericSetting, StringProperty> typed = new EnumMap<>(NumericSetting.class);
  private final StringProperty most = new SimpleStringProperty(this, "most", "");
  private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper(this, "valid");
  private final ReadOnlyLongWrapper combinations = new ReadOnlyLongWrapper(this, "combinations");
  private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper(this, "version");

  RunForm() {
    for (NumericSetting setting : NumericSetting.values()) {
      StringProperty text = new SimpleStringProperty(this, setting.name(), "");
      typed.put(setting, text);
    }
    typed.values().forEach(text -> text.subscribe((before, now) -> check()));
    choices.all().forEach(choice -> choice.subscribe((before, now) -> check()));
    encoder.subscribe((before, now) -> check());
    most.subscribe((before, now) -> check());
  }

  StringProperty encoderProperty() {
    return encoder;
  }

  ObjectProperty<EncoderForm> formProperty() {
    return form;
  }

  RunChoices choices() {
    return choices;
  }

  StringProperty textProperty(NumericSetting setting) {
    return Objects.requireNonNull(typed.get(setting));
  }

  /** How many runs at most, drawn at random from all combinations; nothing for all. */
  StringProperty mostProperty() {
    return most;
  }

  /** Whether all that is typed makes sense. */
  ReadOnlyBooleanProperty validProperty() {
    return valid.getReadOnlyProperty();
  }

  /** How many combinations the values typed make; 0 while something is wrong. */
  ReadOnlyLongProperty combinationsProperty() {
    return combinations.getReadOnlyProperty();
  }

  /** Counts the changes. */
  ReadOnlyLongProperty versionProperty() {
    return version.getReadOnlyProperty();
  }

  /** Whether what is typed in a field are numbers within its range. */
  boolean isValid(NumericSetting setting) {
    return numbers(setting).isPresent();
  }

  /** Whether the limit is empty or a number of runs. */
  boolean isMostValid() {
    return limit().isPresent();
  }

  /** Whether there are too many combinations to train them all. */
  boolean isTooMany() {
    return most.get().isBlank() && combinations.get() > SettingsSearch.MOST_RUNS;
  }

  /** Fills in settings to start from; a seed that was typed stays. */
  void fill(TrainingSettings settings) {
    encoder.set(settings.encoder());
    form.set(settings.form());
    choices.fill(settings);
    for (NumericSetting setting : NumericSetting.values()) {
      if (setting != NumericSetting.SEED || textProperty(NumericSetting.SEED).get().isEmpty()) {
        textProperty(setting).set(setting.text(settings));
      }
    }
    most.set("");
  }

  /** How many runs would be queued; 0 while something is wrong. */
  int runs() {
    return valid.get() ? (int) Math.min(combinations.get(), limit().orElse(0)) : 0;
  }

  /**
   * The settings typed; none while something is wrong.
   *
   * @param base of the chosen form, for what cannot be typed
   */
  List<TrainingSettings> settings(TrainingSettings base) {
    if (!valid.get()) {
      return List.of();
    }
    TrainingSettings chosen = base.withEncoder(encoder.get());
    return search().orElseThrow().draw(limit().orElseThrow(), seed()).stream()
        .map(numbers -> SettingsSearch.applied(chosen, numbers))
        .map(settings -> SettingsSearch.applied(settings, choices.values()))
        .toList();
  }

  private Optional<Integer> limit() {
    String text = most.get().strip();
    if (text.isEmpty()) {
      return Optional.of(SettingsSearch.MOST_RUNS);
    }
    return text.matches("\\d{1,3}")
        ? Optional.of(Integer.valueOf(text)).filter(n -> n >= 1 && n <= SettingsSearch.MOST_RUNS)
        : Optional.empty();
  }

  private long seed() {
    return numbers(NumericSetting.SEED).map(List::getFirst).map(Math::round).orElse(0L);
  }

  private Optional<List<Double>> numbers(NumericSetting setting) {
    return setting.read(textProperty(setting).get());
  }

  private Optional<SettingsSearch> search() {
    List<List<SettingValue>> axes = new ArrayList<>();
    for (NumericSetting setting : NumericSetting.values()) {
      numbers(setting).map(setting::values).ifPresent(axes::add);
    }
    return axes.size() == NumericSetting.values().length
        ? Optional.of(new SettingsSearch(axes))
        : Optional.empty();
  }

  private void check() {
    Optional<SettingsSearch> search = search();
    combinations.set(search.map(SettingsSearch::size).orElse(0L));
    boolean targets =
        !choices.targetsProperty().get().isEmpty()
            || textProperty(NumericSetting.ADAPTER_RANK).get().strip().equals("0");
    valid.set(
        search.isPresent()
            && !encoder.get().isEmpty()
            && limit().isPresent()
            && targets
            && !isTooMany());
    version.set(version.get() + 1);
  }
}
