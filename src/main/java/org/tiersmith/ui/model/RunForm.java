package org.tiersmith.ui.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.training.TrainingSettings;

/** What is typed for a new run, and whether it can be started. */
final class RunForm {
  /** The numbers that can be typed, each with its range. */
  enum Field {
    EPOCHS(1, 100),
    BATCH(1, 65_536),
    MAX_LENGTH(16, 512),
    MAX_EXAMPLES(0, Integer.MAX_VALUE),
    SEED(0, Long.MAX_VALUE);

    private final long least;
    private final long most;

    Field(long least, long most) {
      this.least = least;
      this.most = most;
    }

    long least() {
      return least;
    }

    long most() {
      return most;
    }
  }

  private final StringProperty encoder = new SimpleStringProperty(this, "encoder", "");
  private final ObjectProperty<EncoderForm> form =
      new SimpleObjectProperty<>(this, "form", EncoderForm.TWO_TOWER);
  private final ObjectProperty<DeviceChoice> device =
      new SimpleObjectProperty<>(this, "device", DeviceChoice.AUTO);
  private final Map<Field, StringProperty> typed = new EnumMap<>(Field.class);
  private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper(this, "valid");

  RunForm() {
    for (Field field : Field.values()) {
      StringProperty text = new SimpleStringProperty(this, field.name(), "");
      text.subscribe(this::check);
      typed.put(field, text);
    }
    encoder.subscribe(this::check);
  }

  StringProperty encoderProperty() {
    return encoder;
  }

  ObjectProperty<EncoderForm> formProperty() {
    return form;
  }

  ObjectProperty<DeviceChoice> deviceProperty() {
    return device;
  }

  StringProperty textProperty(Field field) {
    return java.util.Objects.requireNonNull(typed.get(field));
  }

  /** Whether all that is typed makes sense. */
  ReadOnlyBooleanProperty validProperty() {
    return valid.getReadOnlyProperty();
  }

  /** Whether what is typed in a field is a number within its range. */
  boolean isValid(Field field) {
    return value(field).isPresent();
  }

  /** Fills in settings to start from; device and seed stay as they were typed. */
  void fill(TrainingSettings settings) {
    encoder.set(settings.encoder());
    form.set(settings.form());
    textProperty(Field.EPOCHS).set(Integer.toString(settings.epochs()));
    textProperty(Field.BATCH).set(Integer.toString(settings.batch()));
    textProperty(Field.MAX_LENGTH).set(Integer.toString(settings.maxLength()));
    textProperty(Field.MAX_EXAMPLES).set(Integer.toString(settings.maxExamples()));
    if (textProperty(Field.SEED).get().isEmpty()) {
      textProperty(Field.SEED).set(Long.toString(settings.seed()));
    }
  }

  /**
   * The settings typed; empty while something is wrong.
   *
   * @param base of the chosen form, for what cannot be typed
   */
  Optional<TrainingSettings> settings(TrainingSettings base) {
    return valid.get()
        ? Optional.of(
            base.withEncoder(encoder.get())
                .withSizes(
                    number(Field.EPOCHS),
                    number(Field.BATCH),
                    number(Field.MAX_LENGTH),
                    number(Field.MAX_EXAMPLES))
                .withRun(device.get(), value(Field.SEED).orElseThrow()))
        : Optional.empty();
  }

  private int number(Field field) {
    return Math.toIntExact(value(field).orElseThrow());
  }

  private Optional<Long> value(Field field) {
    try {
      long value = Long.parseLong(textProperty(field).get().strip());
      return value >= field.least() && value <= field.most()
          ? Optional.of(value)
          : Optional.empty();
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  private void check() {
    boolean all = typed.size() == Field.values().length && !encoder.get().isEmpty();
    for (Field field : typed.keySet()) {
      all &= isValid(field);
    }
    valid.set(all);
  }
}
