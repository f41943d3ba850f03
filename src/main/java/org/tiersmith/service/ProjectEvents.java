package org.tiersmith.service;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells listeners what changed in a project, on the thread that changed it. Thread-safe. */
public final class ProjectEvents {
  private final List<Consumer<ProjectChange>> listeners = new CopyOnWriteArrayList<>();

  /** Adds a listener; run the result to remove it. */
  public Runnable listen(Consumer<ProjectChange> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  void publish(ProjectChange change) {
    listeners.forEach(listener -> listener.accept(change));
  }
}
