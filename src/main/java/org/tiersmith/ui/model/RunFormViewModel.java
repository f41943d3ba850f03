package org.tiersmith.ui.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tiersmith.encoder.EncoderInfo;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Text;
import org.tiersmith.training.TrainingSettings;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

/** The pane for a new run: what it proposes and what it starts. On the FX thread. */
final class RunFormViewModel {
  private static final Text PROPOSE = Text.of("ui.model.propose", "Looking what suits the data");

  private record Proposals(
      List<EncoderInfo> encoders, Map<EncoderForm, TrainingSettings> settings) {}

  private final ModelDesk desk;
  private final Tasks tasks;
  private final Notices notices;
  private final Consumer<TrainingSettings> starter;
  private final RunForm form = new RunForm();
  private final Map<EncoderForm, TrainingSettings> proposed = new EnumMap<>(EncoderForm.class);
  private final Map<String, EncoderInfo> encoders = new java.util.LinkedHashMap<>();
  private final ObservableList<String> encoderIds = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");

  /**
   * @param starter starts a run
   */
  RunFormViewModel(
      ModelDesk desk, Tasks tasks, Notices notices, Consumer<TrainingSettings> starter) {
    this.desk = desk;
    this.tasks = tasks;
    this.notices = notices;
    this.starter = starter;
    form.formProperty().subscribe((before, now) -> propose(now));
  }

  RunForm form() {
    return form;
  }

  /** Ids of the base encoders to choose from. */
  ObservableList<String> encoderIds() {
    return encoderIds;
  }

  Optional<EncoderInfo> encoder(String id) {
    return Optional.ofNullable(encoders.get(id));
  }

  ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** Opens the pane with what suits the data. */
  void show() {
    tasks.quietly(
        PROPOSE,
        context -> {
          Map<EncoderForm, TrainingSettings> settings = new EnumMap<>(EncoderForm.class);
          for (EncoderForm choice : EncoderForm.values()) {
            settings.put(choice, desk.proposed(choice));
          }
          return new Proposals(desk.encoders(), settings);
        },
        found -> {
          encoders.clear();
          found.encoders().forEach(info -> encoders.put(info.id(), info));
          encoderIds.setAll(encoders.keySet());
          proposed.putAll(found.settings());
          propose(form.formProperty().get());
          open.set(true);
        },
        notices::problem);
  }

  void hide() {
    open.set(false);
  }

  /** Starts the run if all that is typed makes sense, and closes the pane. */
  void start() {
    TrainingSettings base = proposed.get(form.formProperty().get());
    if (base != null) {
      form.settings(base)
          .ifPresent(
              settings -> {
                hide();
                starter.accept(settings);
              });
    }
  }

  private void propose(EncoderForm choice) {
    TrainingSettings settings = proposed.get(choice);
    if (settings != null) {
      form.fill(settings);
    }
  }
}
