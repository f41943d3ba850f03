package org.tiersmith.ui.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.project.RunState;
import org.tiersmith.service.RunView;
import org.tiersmith.task.Lane;
import org.tiersmith.training.TrainingSettings;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.TaskItem;
import org.tiersmith.ui.kit.Tasks;

/**
 * Trains the runs that wait, one after the other, those first that were paused and are to go on. On
 * the FX thread.
 */
final class QueueViewModel {
  /** What the queue does. */
  enum State {
    /** Nothing is going that was started here. */
    IDLE,
    RUNNING,
    /** The run was asked to keep its state and stop. */
    PAUSING,
    /** The run was asked to end. */
    CANCELLING
  }

  private static final Text QUEUE = Text.of("ui.model.queue", "Queueing runs");
  private static final Text PAUSE = Text.of("ui.model.pause", "Pausing a run");

  private final ModelDesk desk;
  private final Tasks tasks;
  private final Notices notices;
  private final RunsViewModel runs;
  private final Runnable reload;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.IDLE);
  private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper(this, "waiting");
  private final Deque<Long> first = new ArrayDeque<>();
  private final Set<Long> refused = new HashSet<>();
  private boolean draining;
  private long going;
  private @Nullable TaskItem task;

  /**
   * @param reload reads the runs anew
   */
  QueueViewModel(
      ModelDesk desk, Tasks tasks, Notices notices, RunsViewModel runs, Runnable reload) {
    this.desk = desk;
    this.tasks = tasks;
    this.notices = notices;
    this.runs = runs;
    this.reload = reload;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** How many runs wait. */
  ReadOnlyIntegerProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  /** The run that was started here and is going. */
  Optional<Long> going() {
    return state.get() == State.IDLE ? Optional.empty() : Optional.of(going);
  }

  /** Puts runs at the end of the queue and begins with the first if nothing is going. */
  void enqueue(List<TrainingSettings> settings) {
    runs.watch();
    tasks.quietly(
        QUEUE,
        context -> desk.enqueue(settings),
        queued -> {
          draining = true;
          reload.run();
        },
        thrown -> {
          notices.problem(thrown);
          reload.run();
        });
  }

  /** Lets a run that waits or has stopped go on next, and the others after it. */
  void resume(RunView run) {
    if (run.resumable() && !first.contains(run.id())) {
      runs.watch();
      refused.remove(run.id());
      first.add(run.id());
      draining = true;
      next();
    }
  }

  /** Asks the run that is going to keep its state and stop; those that wait go on waiting. */
  void pause() {
    if (state.get() == State.RUNNING) {
      state.set(State.PAUSING);
      draining = false;
      long run = going;
      tasks.quietly(
          PAUSE,
          context -> {
            desk.pause(run);
            return run;
          },
          done -> {},
          notices::problem);
    }
  }

  /** Ends the run that is going, which keeps what it has learned; the next one begins. */
  void cancel() {
    if (state.get() != State.IDLE && task != null) {
      state.set(State.CANCELLING);
      task.cancel();
    }
  }

  /** Takes note of the runs as they are now, and begins the next if it is time. */
  void runsChanged() {
    waiting.set(runs.waiting().size());
    next();
  }

  private void next() {
    if (!draining || state.get() != State.IDLE) {
      return;
    }
    Optional<Long> next =
        Optional.ofNullable(first.poll())
            .or(
                () ->
                    runs.waiting().stream()
                        .map(RunView::id)
                        .filter(id -> !refused.contains(id))
                        .findFirst());
    next.ifPresentOrElse(this::start, () -> draining = false);
  }

  private void start(long run) {
    state.set(State.RUNNING);
    going = run;
    TaskItem made =
        tasks.start(
            Text.of("ui.model.train", "Training run {0}", Long.toString(run)),
            Lane.HEAVY,
            context -> desk.carryOn(run, context),
            this::ended,
            thrown -> failed(run, thrown));
    if (going == run) {
      task = made;
    }
  }

  private void ended(RunView run) {
    state.set(State.IDLE);
    String id = Long.toString(run.id());
    if (run.state() == RunState.PAUSED) {
      notices.done(
          Text.of("ui.model.paused", "Run {0} is paused; its state is kept. Resume it here.", id));
    } else if (run.state() == RunState.DONE) {
      notices.done(
          Text.of(
              "ui.model.trained",
              "Run {0} is trained. Score the pairs with it to use it in a strategy.",
              id));
    }
    reload.run();
  }

  private void failed(long run, Throwable thrown) {
    state.set(State.IDLE);
    refused.add(run);
    notices.problem(thrown);
    reload.run();
  }
}
