package org.tiersmith.service;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.tiersmith.model.Problem;

/**
 * Tells listeners what changed in a project, and what went wrong in it behind the person's back, on
 * the thread where it did. Thread-safe.
 */
public final class ProjectEvents {
  private final List<Consumer<ProjectChange>> listeners = new CopyOnWriteArrayList<>();
  private final List<Consumer<Problem>> problemListeners = new CopyOnWriteArrayList<>();

  /** Adds a listener; run the result to remove it. */
  public Runnable listen(Consumer<ProjectChange> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Adds a listener to problems that nobody who asked for the work would hear of. */
  public void listenToProblems(Consumer<Problem> listener) {
    problemListeners.add(listener);
  }

  void report(Problem problem) {
    problemListeners.forEach(listener -> listener.accept(problem));
  }

  void publish(ProjectChange change) {
    listeners.forEach(listener -> listener.accept(change));
  }
}
