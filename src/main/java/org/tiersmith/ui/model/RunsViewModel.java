package org.tiersmith.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Provenance;
import org.tiersmith.project.RunState;
import org.tiersmith.service.RunView;

/** All runs, and which of them are looked at. On the FX thread. */
final class RunsViewModel {
  /** More colours than that can't be told apart. */
  static final int MOST_CHOSEN = 5;

  private final ObservableList<RunView> all = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable RunView> selected =
      new ReadOnlyObjectWrapper<>(this, "selected");
  private final ReadOnlyObjectWrapper<List<RunView>> chosen =
      new ReadOnlyObjectWrapper<>(this, "chosen", List.of());

  /** Whether the run that is going is looked at, so that the next one is when it begins. */
  private boolean watching = true;

  private boolean refreshing;

  /** All runs, the latest first. */
  ObservableList<RunView> all() {
    return all;
  }

  /** The run that figures and charts show. */
  ReadOnlyObjectProperty<@Nullable RunView> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** The runs whose curves are shown, the selected one among them, at most five. */
  ReadOnlyObjectProperty<List<RunView>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** The run of that id. */
  Optional<RunView> find(long id) {
    return all.stream().filter(run -> run.id() == id).findFirst();
  }

  /** The run that is going. */
  Optional<RunView> going() {
    return all.stream().filter(run -> run.state() == RunState.RUNNING).findFirst();
  }

  /** Those that wait for their turn, the first to come first. */
  List<RunView> waiting() {
    return all.stream().filter(run -> run.state() == RunState.QUEUED).toList().reversed();
  }

  /** Looks at one run. */
  void select(RunView run) {
    choose(List.of(run), run);
  }

  /**
   * Looks at several runs.
   *
   * <p>While rows are exchanged a table may say this of rows that nobody chose: then it is nothing.
   *
   * @param main the one that figures show; added if it is not among them
   */
  void choose(List<RunView> runs, RunView main) {
    if (refreshing) {
      return;
    }
    watching = main.state() == RunState.RUNNING || main.state() == RunState.QUEUED;
    set(runs, main);
  }

  /** Shows the next run that begins. */
  void watch() {
    watching = true;
  }

  private void set(List<RunView> runs, RunView main) {
    List<RunView> kept = new ArrayList<>();
    for (RunView run : runs) {
      if (kept.size() < MOST_CHOSEN && kept.stream().noneMatch(other -> other.id() == run.id())) {
        kept.add(run);
      }
    }
    if (kept.stream().noneMatch(run -> run.id() == main.id())) {
      kept.addFirst(main);
    }
    selected.set(main);
    chosen.set(List.copyOf(kept.subList(0, Math.min(MOST_CHOSEN, kept.size()))));
  }

  /** The number of a run's colour; 0 for one that is not chosen. */
  int colour(long run) {
    List<Long> ids = chosen.get().stream().map(RunView::id).toList();
    return Math.max(0, ids.indexOf(run));
  }

  /**
   * The run with which the figures of the given one are compared: the other chosen one, or else the
   * finished run before it that was tested on the same examples.
   */
  Optional<RunView> compared(RunView run) {
    boolean among = chosen.get().stream().anyMatch(other -> other.id() == run.id());
    return chosen.get().stream()
        .filter(other -> among && other.id() != run.id() && other.result() != null)
        .findFirst()
        .or(
            () ->
                all.stream()
                    .filter(other -> other.id() < run.id() && other.result() != null)
                    .filter(other -> sameTest(run, other))
                    .findFirst());
  }

  private static boolean sameTest(RunView one, RunView other) {
    Provenance of = one.provenance();
    Provenance before = other.provenance();
    // A run that goes on has no provenance yet.
    boolean sameData = of == null || before == null || of.inputHash().equals(before.inputHash());
    return sameData && one.settings().split() == other.settings().split();
  }

  /** Takes what was read; what was looked at stays so. */
  void show(List<RunView> found) {
    RunView before = selected.get();
    List<Long> ids = chosen.get().stream().map(RunView::id).toList();
    refreshing = true;
    all.setAll(found);
    refreshing = false;
    Optional<RunView> same = before == null ? Optional.empty() : find(before.id());
    Optional<RunView> going = going().filter(run -> watching);
    if (found.isEmpty()) {
      selected.set(null);
      chosen.set(List.of());
    } else if (going.isPresent() && same.filter(run -> isGoing(run)).isEmpty()) {
      set(List.of(going.get()), going.get());
    } else {
      RunView main = same.orElseGet(this::latest);
      set(ids.stream().flatMap(id -> find(id).stream()).toList(), main);
    }
  }

  private static boolean isGoing(RunView run) {
    return run.state() == RunState.RUNNING;
  }

  private RunView latest() {
    return all.stream()
        .filter(run -> run.state() != RunState.QUEUED)
        .findFirst()
        .orElse(all.getFirst());
  }
}
