package org.tiersmith.ui.plan;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.service.GivenNames;
import org.tiersmith.service.PlanView;
import org.tiersmith.service.ProjectChange;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.task.Lane;
import org.tiersmith.ui.kit.LoadState;
import org.tiersmith.ui.kit.Loading;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

/** State and commands of the plan screen. On the FX thread. */
final class PlanViewModel {
  private static final Text LOAD = Text.of("ui.plan.load", "Reading the plans");

  private final PlanDesk desk;
  private final Tasks tasks;
  private final Notices notices;
  private final Runnable stopListening;
  private final Loading<List<PlanView>> loading;
  private final ObservableList<PlanView> plans = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable PlanView> selected =
      new SimpleObjectProperty<>(this, "selected");
  private final ReadOnlyObjectWrapper<@Nullable Scenario> candidate =
      new ReadOnlyObjectWrapper<>(this, "candidate");

  PlanViewModel(PlanDesk desk, Tasks tasks, Notices notices) {
    this.desk = desk;
    this.tasks = tasks;
    this.notices = notices;
    loading = new Loading<>(tasks, notices, LOAD, context -> desk.plans(), this::show);
    stopListening = desk.listen(change -> tasks.fx().execute(() -> changed(change)));
    takeCandidate();
    loading.load();
  }

  ReadOnlyObjectProperty<LoadState> stateProperty() {
    return loading.stateProperty();
  }

  /** All plans, the latest first. */
  ObservableList<PlanView> plans() {
    return plans;
  }

  /** The plan whose details are shown. */
  ObjectProperty<@Nullable PlanView> selectedProperty() {
    return selected;
  }

  /** The scenario that {@link #freeze()} would take; null while there is none. */
  ReadOnlyObjectProperty<@Nullable Scenario> candidateProperty() {
    return candidate.getReadOnlyProperty();
  }

  /** Makes a plan of the scenario that stands under Strategy. */
  void freeze() {
    Scenario scenario = candidate.get();
    if (scenario != null) {
      tasks.start(
          Text.of("ui.strategy.freeze", "Freeze {0}", GivenNames.scenario(scenario.name())),
          Lane.LIGHT,
          context -> desk.freeze(scenario, context),
          selected::set);
    }
  }

  /** Writes the plan's rows to a file. */
  void export(PlanView plan, Path csv) {
    tasks.start(
        Text.of("ui.plan.export", "Export {0}", GivenNames.scenario(plan.plan().name())),
        Lane.LIGHT,
        context -> {
          desk.export(plan.id(), csv, context);
          return csv;
        },
        written ->
            notices.done(
                Text.of(
                    "ui.plan.exported",
                    "{0} rows of {1} are written to {2}.",
                    plan.plan().rows(),
                    GivenNames.scenario(plan.plan().name()),
                    written.toString())));
  }

  /** Takes a plan out of the project, for good. */
  void remove(PlanView plan) {
    tasks.quietly(
        Text.of("ui.plan.remove", "Remove {0}", GivenNames.scenario(plan.plan().name())),
        context -> {
          desk.remove(plan.id());
          return plan;
        },
        removed -> loading.load(),
        notices::problem);
  }

  void close() {
    stopListening.run();
    loading.close();
  }

  private void changed(ProjectChange change) {
    switch (change) {
      case PLANS_CHANGED -> loading.load();
      case SCENARIOS_CHANGED -> takeCandidate();
      case PAIRS_SCORED,
          SEGMENTATION_CHANGED,
          DATA_IMPORTED,
          PORTRAITS_BUILT,
          TEXTS_CHANGED,
          SEASONS_CHANGED,
          RUN_STARTED,
          RUN_POINT,
          RUN_ENDED -> {}
    }
  }

  private void takeCandidate() {
    candidate.set(desk.candidate().orElse(null));
  }

  private boolean show(List<PlanView> found) {
    PlanView before = selected.get();
    plans.setAll(found);
    selected.set(
        found.stream()
            .filter(plan -> before != null && plan.id() == before.id())
            .findFirst()
            .orElse(found.isEmpty() ? null : found.getFirst()));
    return !found.isEmpty();
  }
}
