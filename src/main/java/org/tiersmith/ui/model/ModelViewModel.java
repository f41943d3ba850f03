package org.tiersmith.ui.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.service.ProjectChange;
import org.tiersmith.service.RunView;
import org.tiersmith.ui.kit.LoadState;
import org.tiersmith.ui.kit.Loading;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;
import org.tiersmith.ui.kit.UndoSteps;

/** State and commands of the model screen, part by part. On the FX thread. */
final class ModelViewModel {
  private record Found(boolean hasData, List<RunView> runs) {}

  private static final Text LOAD = Text.of("ui.model.load", "Reading the runs");
  private static final Text CHANGE = Text.of("ui.model.change", "Changing a run");

  private final ModelDesk desk;
  private final Tasks tasks;
  private final Notices notices;
  private final Loading<Found> loading;
  private final Runnable stopListening;
  private final RunsViewModel runs = new RunsViewModel();
  private final CurvesViewModel curves;
  private final ProgressViewModel progress;
  private final QueueViewModel queue;
  private final QualityViewModel quality;
  private final ScoresViewModel scores;
  private final PairViewModel pair;
  private final RunFormViewModel form;
  private final UndoSteps steps = new UndoSteps();
  private final ReadOnlyBooleanWrapper trainable = new ReadOnlyBooleanWrapper(this, "trainable");

  ModelViewModel(ModelDesk desk, Tasks tasks, Notices notices) {
    this.desk = desk;
    this.tasks = tasks;
    this.notices = notices;
    loading =
        new Loading<>(
            tasks, notices, LOAD, context -> new Found(desk.hasData(), desk.runs()), this::show);
    curves = new CurvesViewModel(desk, tasks, notices);
    progress = new ProgressViewModel(desk, tasks, notices, runs, curves, System::nanoTime);
    queue = new QueueViewModel(desk, tasks, notices, runs, loading::load);
    form = new RunFormViewModel(desk, tasks, notices, queue::enqueue);
    quality = new QualityViewModel(desk, tasks, notices, runs);
    scores = new ScoresViewModel(desk, tasks, notices);
    pair = new PairViewModel(desk, tasks, notices, this::scorer);
    scores.scoredProperty().subscribe(this::scored);
    runs.chosenProperty()
        .subscribe(chosen -> curves.follow(chosen.stream().map(RunView::id).toList()));
    stopListening = desk.listen(change -> tasks.fx().execute(() -> changed(change)));
    loading.load();
    scores.refresh();
  }

  ReadOnlyObjectProperty<LoadState> stateProperty() {
    return loading.stateProperty();
  }

  /** Whether there is data that a run could learn from. */
  ReadOnlyBooleanProperty trainableProperty() {
    return trainable.getReadOnlyProperty();
  }

  RunsViewModel runs() {
    return runs;
  }

  CurvesViewModel curves() {
    return curves;
  }

  ProgressViewModel progress() {
    return progress;
  }

  QueueViewModel queue() {
    return queue;
  }

  ScoresViewModel scores() {
    return scores;
  }

  RunFormViewModel form() {
    return form;
  }

  /** Opens the form with the settings of a run, to train another like it. */
  void again(RunView run) {
    form.show(run.settings());
  }

  QualityViewModel quality() {
    return quality;
  }

  PairViewModel pair() {
    return pair;
  }

  /** Keeps what a person wrote about a run; can be taken back. */
  void note(RunView run, String text) {
    String before = run.notes();
    if (!before.equals(text)) {
      steps.take(() -> write(run.id(), text), () -> write(run.id(), before));
    }
  }

  private void write(long run, String text) {
    change(() -> desk.note(run, text));
  }

  /** Takes a run away with all it has learned; whoever calls has asked before. */
  void remove(RunView run) {
    change(() -> desk.remove(run.id()));
  }

  private void change(Runnable change) {
    tasks.quietly(
        CHANGE,
        context -> {
          change.run();
          return true;
        },
        done -> loading.load(),
        notices::problem);
  }

  void undo() {
    steps.undo();
  }

  void redo() {
    steps.redo();
  }

  void close() {
    stopListening.run();
    loading.close();
    progress.close();
    quality.close();
    form.close();
    scores.close();
    pair.close();
  }

  private void changed(ProjectChange change) {
    switch (change) {
      case DATA_IMPORTED, RUN_ENDED -> loading.load();
      case RUN_STARTED -> {
        queue.going().ifPresent(curves::forget);
        loading.load();
      }
      case RUN_POINT -> curves.refresh();
      case PAIRS_SCORED -> scores.refresh();
      case SEGMENTATION_CHANGED -> {
        scores.refresh();
        quality.refresh();
      }
      case PORTRAITS_BUILT, TEXTS_CHANGED, SEASONS_CHANGED, SCENARIOS_CHANGED, PLANS_CHANGED -> {}
    }
  }

  private boolean show(Found found) {
    trainable.set(found.hasData() || !found.runs().isEmpty());
    runs.show(found.runs());
    curves.retain(found.runs().stream().map(RunView::id).toList());
    queue.runsChanged();
    return !found.runs().isEmpty();
  }

  private Optional<Long> scorer() {
    ScoresViewModel.Scored now = scores.scoredProperty().get();
    return now == null ? Optional.empty() : Optional.of(now.scores().runId());
  }

  private void scored(ScoresViewModel.@Nullable Scored now) {
    if (Objects.nonNull(now)) {
      pair.showSome();
    }
  }
}
