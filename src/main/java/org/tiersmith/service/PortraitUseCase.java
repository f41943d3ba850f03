package org.tiersmith.service;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Provenance;
import org.tiersmith.model.Text;
import org.tiersmith.profile.Portraits;
import org.tiersmith.project.ArtifactId;
import org.tiersmith.project.Dataset;
import org.tiersmith.project.ProjectFile;
import org.tiersmith.task.JobContext;

/**
 * What is known of each customer, worked out once per dataset and kept in the project; again where
 * the program has learned to do it another way. Thread-safe.
 */
public final class PortraitUseCase {
  /** What the work is called in the task bar. */
  public static final Text TITLE = Text.of("portrait.build", "Portraits of the customers");

  private static final String NAME = "portraits.parquet";

  private final ProjectFile project;
  private final ImportUseCase data;
  private final ProjectEvents events;
  private final ReentrantLock building = new ReentrantLock();

  PortraitUseCase(ProjectFile project, ImportUseCase data, ProjectEvents events) {
    this.project = project;
    this.data = data;
    this.events = events;
  }

  /**
   * The portraits ({@link Portraits#build}) for reading only, if they are made already; answers at
   * once.
   */
  public Optional<Path> ready() {
    return find(data.dataset()).map(project.artifacts()::layout);
  }

  /** As {@link #path(JobContext)}, unseen and to its end. */
  public Path path() {
    return path(JobContext.detached());
  }

  /**
   * The portraits, for reading only; works them out where need be, in minutes, so to be called in
   * the background. Whoever asks meanwhile waits for the same work.
   */
  public Path path(JobContext context) {
    building.lock();
    try {
      Dataset dataset = data.dataset();
      Optional<ArtifactId> present = find(dataset);
      return project
          .artifacts()
          .layout(present.isPresent() ? present.get() : build(dataset, context));
    } finally {
      building.unlock();
    }
  }

  private Optional<ArtifactId> find(Dataset dataset) {
    return project.derived().find(dataset.id(), NAME, key());
  }

  private ArtifactId build(Dataset dataset, JobContext context) {
    try (Workspace workspace = new Workspace()) {
      Tables tables = data.tables();
      Path made = workspace.file(NAME);
      Portraits.build(tables, made, context);
      context.checkCancelled();
      Provenance provenance =
          new Provenance(
              "profile",
              dataset.provenance().inputHash(),
              Map.of("portraits", key()),
              0,
              Versions.all(),
              "cpu",
              Instant.now());
      ArtifactId id = project.artifacts().put(made, NAME, provenance).id();
      project.derived().put(dataset.id(), key(), Map.of(NAME, id));
      events.publish(ProjectChange.PORTRAITS_BUILT);
      return id;
    } catch (RuntimeException e) {
      Workspace.refuseIfFull(e);
      throw e;
    }
  }

  private static String key() {
    return "version " + Portraits.VERSION;
  }
}
