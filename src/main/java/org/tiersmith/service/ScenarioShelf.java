package org.tiersmith.service;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.strategy.Scenario;

/**
 * The scenarios of an open project, to be changed from a window: every call answers at once, the
 * change is saved behind it, and it can be undone. Thread-safe.
 */
public final class ScenarioShelf implements AutoCloseable {
  private final ScenarioStore store;
  private final ProjectEvents events;
  private final UndoHistory<ScenarioBoard> history = new UndoHistory<>();
  private ScenarioBoard board;

  ScenarioShelf(ScenarioStore store, ProjectEvents events) {
    this.store = store;
    this.events = events;
    this.board = store.load();
  }

  /** The scenarios as they stand. */
  public synchronized ScenarioBoard board() {
    return board;
  }

  /** Makes a scenario the current one. */
  public void select(long id) {
    show(board().selecting(id));
  }

  /**
   * Compares with a scenario, or with {@link ScenarioBoard#BASELINE}. What one looks at is no
   * change of a scenario, so that undo and redo leave it.
   */
  public void compareWith(long id) {
    history.amend(b -> b.comparing(id));
    show(board().comparing(id));
  }

  /** Adds a scenario at the end, under a free name, and makes it current. */
  public void add(Scenario scenario) {
    Scenario named = named(scenario, board().freeName(scenario.name()));
    change(
        Text.of("undo.add", "Add {0}", GivenNames.scenario(named.name())), "", b -> b.with(named));
  }

  /** Fills a shelf with its first scenarios; these are the start, not to be undone. */
  void fill(List<Scenario> scenarios) {
    ScenarioBoard filled = board();
    for (Scenario scenario : scenarios) {
      filled = filled.with(scenario);
    }
    show(filled.selecting(ScenarioBoard.BASELINE));
  }

  /** Adds a copy under a name of its own and makes it current. */
  public void duplicate(long id) {
    board().find(id).ifPresent(entry -> add(entry.scenario()));
  }

  /** Gives a scenario another name; an empty one is refused. */
  public void rename(long id, String name) {
    if (name.isBlank()) {
      throw Problem.of("strategy.no-name", "A scenario needs a name; the old one is kept.");
    }
    edit(id, "", scenario -> named(scenario, name.strip()));
  }

  /** Removes a scenario; the last one can't be removed. */
  public void remove(long id) {
    if (board().entries().size() <= 1) {
      throw Problem.of(
          "strategy.last-scenario", "The last scenario stays: a strategy has at least one.");
    }
    change(Text.of("undo.remove", "Remove {0}", name(id)), "", b -> b.without(id));
  }

  /**
   * Changes a scenario.
   *
   * @param gesture equal for changes that one undo should take back together, such as the moves of
   *     one drag; empty for a change that stands alone
   */
  public void edit(long id, String gesture, UnaryOperator<Scenario> edit) {
    change(Text.of("undo.change", "Change {0}", name(id)), gesture, b -> b.edited(id, edit));
  }

  /** Takes the latest change back, if there is one. */
  public void undo() {
    history.undo().ifPresent(this::show);
  }

  /** Does the change again that was taken back last, if there is one. */
  public void redo() {
    history.redo().ifPresent(this::show);
  }

  /** What undo would take back. */
  public Optional<Text> undoable() {
    return history.undoable();
  }

  /** What redo would do again. */
  public Optional<Text> redoable() {
    return history.redoable();
  }

  /** Waits until everything is saved. */
  @Override
  public void close() {
    store.close();
  }

  private void change(Text label, String gesture, UnaryOperator<ScenarioBoard> edit) {
    synchronized (this) {
      ScenarioBoard before = board;
      ScenarioBoard after = edit.apply(before);
      if (after.equals(before)) {
        return;
      }
      history.changed(label, gesture, before, after);
      keep(after);
    }
    events.publish(ProjectChange.SCENARIOS_CHANGED);
  }

  private void show(ScenarioBoard next) {
    keep(next);
    events.publish(ProjectChange.SCENARIOS_CHANGED);
  }

  /** Under one lock, so that the board saved last is the last one. */
  private synchronized void keep(ScenarioBoard next) {
    board = next;
    store.save(next);
  }

  private Text name(long id) {
    return GivenNames.scenario(board().find(id).map(entry -> entry.scenario().name()).orElse(""));
  }

  private static Scenario named(Scenario scenario, String name) {
    return scenario.withName(name);
  }
}
