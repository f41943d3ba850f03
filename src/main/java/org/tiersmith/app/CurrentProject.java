package org.tiersmith.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.ui.home.Projects;

/**
 * The one project that is open. Opening another closes it first, unless work is under way in it.
 * Called on background threads.
 */
final class CurrentProject implements Projects<ProjectSession>, AutoCloseable {
  private final Projects<ProjectSession> projects;
  private final BooleanSupplier busy;
  private final Runnable leaving;
  private final AtomicReference<@Nullable ProjectSession> current = new AtomicReference<>();

  /**
   * @param busy whether work is under way that the person sees
   * @param leaving called before a project is closed, so that nothing shows it any more
   */
  CurrentProject(Projects<ProjectSession> projects, BooleanSupplier busy, Runnable leaving) {
    this.projects = projects;
    this.busy = busy;
    this.leaving = leaving;
  }

  @Override
  public List<Path> recent() {
    return projects.recent();
  }

  @Override
  public void forget(Path project) {
    projects.forget(project);
  }

  @Override
  public Path folder() {
    return projects.folder();
  }

  @Override
  public ProjectSession open(Path file) {
    return change(() -> projects.open(file));
  }

  @Override
  public ProjectSession create(Path file) {
    return change(() -> projects.create(file));
  }

  @Override
  public ProjectSession sample(String language) {
    return change(() -> projects.sample(language));
  }

  /** Closes the open project, if there is one. */
  @Override
  public void close() {
    @Nullable ProjectSession old = current.getAndSet(null);
    if (old != null) {
      old.close();
    }
  }

  private synchronized ProjectSession change(Supplier<ProjectSession> opening) {
    if (current.get() != null) {
      if (busy.getAsBoolean()) {
        throw Problem.of(
            "project.busy",
            "Work is under way in the open project. Wait for it, or stop it in the task bar at the"
                + " bottom; what it has saved is kept.");
      }
      leaving.run();
      close();
    }
    ProjectSession opened = opening.get();
    current.set(opened);
    return opened;
  }
}
