package org.tiersmith.ui.model;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Text;
import org.tiersmith.service.RunEstimate;
import org.tiersmith.training.NumericSetting;
import org.tiersmith.training.TrainingSettings;
import org.tiersmith.ui.kit.LatestReading;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

/** The pane for new runs: what it proposes, what it would take and what it starts. */
final class RunFormViewModel {
  /**
   * What the runs as typed would take.
   *
   * @param runs how many
   * @param one of the first of them
   * @param seconds of all; NaN where one is not known
   */
  record Outlook(int runs, RunEstimate one, double seconds) {}

  private record Proposals(
      List<BaseView> bases,
      DevicesView devices,
      Map<EncoderForm, TrainingSettings> settings,
      String remembered,
      boolean more) {}

  private static final Text PROPOSE = Text.of("ui.model.propose", "Looking what suits the data");
  private static final Text ESTIMATE = Text.of("ui.model.estimate", "Estimating a run");
  private static final Text REMEMBER = Text.of("ui.model.remember", "Remembering the form");
  private static final String MEMORY = "model.form";
  private static final String MORE = "model.form.more";
  private static final String OPEN = "open";

  private final ModelDesk desk;
  private final Tasks tasks;
  private final Notices notices;
  private final Consumer<List<TrainingSettings>> starter;
  private final LatestReading<Optional<Outlook>> estimating;
  private final RunForm form = new RunForm();
  private final Map<EncoderForm, TrainingSettings> proposed = new EnumMap<>(EncoderForm.class);
  private final Map<String, BaseView> bases = new LinkedHashMap<>();
  private final ObservableList<String> baseIds = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
  private final BooleanProperty more = new SimpleBooleanProperty(this, "more");
  private final ReadOnlyObjectWrapper<@Nullable Outlook> outlook =
      new ReadOnlyObjectWrapper<>(this, "outlook");
  private DevicesView devices = DevicesView.NONE;
  private boolean filling;
  private boolean filled;

  /**
   * @param starter queues runs
   */
  RunFormViewModel(
      ModelDesk desk, Tasks tasks, Notices notices, Consumer<List<TrainingSettings>> starter) {
    this.desk = desk;
    this.tasks = tasks;
    this.notices = notices;
    this.starter = starter;
    estimating =
        new LatestReading<>(tasks, notices, ESTIMATE, found -> outlook.set(found.orElse(null)));
    form.formProperty().subscribe((before, now) -> formChosen());
    form.versionProperty().subscribe((before, now) -> estimate());
  }

  RunForm form() {
    return form;
  }

  /** Ids of the bases, those that can't be used among them. */
  ObservableList<String> baseIds() {
    return baseIds;
  }

  Optional<BaseView> base(String id) {
    return Optional.ofNullable(bases.get(id));
  }

  /** The processors of this machine, known once the pane is open. */
  DevicesView devices() {
    return devices;
  }

  ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** Whether the settings are shown that hardly anybody turns. */
  BooleanProperty moreProperty() {
    return more;
  }

  /** What the runs as typed would take; null while something is wrong or not known. */
  ReadOnlyObjectProperty<@Nullable Outlook> outlookProperty() {
    return outlook.getReadOnlyProperty();
  }

  /** Opens the pane as it was left, at first with what suits the data. */
  void show() {
    show(null);
  }

  /**
   * Opens the pane.
   *
   * @param like settings to start from; null for those it was left with
   */
  void show(@Nullable TrainingSettings like) {
    tasks.quietly(
        PROPOSE,
        context -> {
          Map<EncoderForm, TrainingSettings> settings = new EnumMap<>(EncoderForm.class);
          for (EncoderForm choice : EncoderForm.values()) {
            settings.put(choice, desk.proposed(choice));
          }
          return new Proposals(
              desk.bases(),
              desk.devices(),
              settings,
              desk.remembered(MEMORY),
              desk.remembered(MORE).equals(OPEN));
        },
        found -> open(found, like),
        notices::problem);
  }

  private void open(Proposals found, @Nullable TrainingSettings like) {
    bases.clear();
    found.bases().forEach(base -> bases.put(base.id(), base));
    baseIds.setAll(bases.keySet());
    devices = found.devices();
    proposed.putAll(found.settings());
    if (!filled) {
      more.set(found.more());
    }
    if (like != null) {
      fill(like);
    } else if (!filled && !restored(found.remembered())) {
      propose();
    }
    filled = true;
    open.set(true);
    estimate();
  }

  /** A form that was kept is taken only if its base can still be used. */
  private boolean restored(String kept) {
    filling = true;
    boolean read = RunFormMemory.read(kept, form);
    filling = false;
    return read && base(form.encoderProperty().get()).filter(BaseView::usable).isPresent();
  }

  /** Fills in what suits the data. */
  void reset() {
    form.textProperty(NumericSetting.SEED).set("");
    propose();
  }

  void hide() {
    open.set(false);
    estimating.forget();
    remember();
  }

  /** Queues the runs if all that is typed makes sense, and closes the pane. */
  void start() {
    TrainingSettings base = proposed.get(form.formProperty().get());
    if (base != null && isStartable()) {
      List<TrainingSettings> settings = form.settings(base);
      hide();
      starter.accept(settings);
    }
  }

  /** Whether all that is typed makes sense and the base can be used. */
  boolean isStartable() {
    return form.validProperty().get()
        && base(form.encoderProperty().get()).filter(BaseView::usable).isPresent();
  }

  private void formChosen() {
    if (!filling) {
      propose();
    }
  }

  private void propose() {
    TrainingSettings settings = proposed.get(form.formProperty().get());
    if (settings != null) {
      fill(settings);
    }
  }

  private void fill(TrainingSettings settings) {
    filling = true;
    form.fill(settings);
    filling = false;
    estimate();
  }

  private void estimate() {
    TrainingSettings base = proposed.get(form.formProperty().get());
    if (filling) {
      return;
    }
    if (base == null || !form.validProperty().get()) {
      estimating.forget();
      outlook.set(null);
      return;
    }
    List<TrainingSettings> settings = form.settings(base);
    estimating.ask(
        context -> {
          List<RunEstimate> each = desk.estimates(settings, context);
          double seconds = each.stream().mapToDouble(RunEstimate::seconds).sum();
          return Optional.of(new Outlook(settings.size(), each.getFirst(), seconds));
        });
  }

  void close() {
    estimating.forget();
  }

  private void remember() {
    String written = RunFormMemory.write(form);
    String disclosed = more.get() ? OPEN : "";
    tasks.quietly(
        REMEMBER,
        context -> {
          desk.remember(MEMORY, written);
          desk.remember(MORE, disclosed);
          return true;
        },
        done -> {},
        notices::problem);
  }
}
