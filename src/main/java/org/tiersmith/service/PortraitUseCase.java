package org.tiersmith.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Provenance;
import org.tiersmith.model.Text;
import org.tiersmith.profile.CustomerTraits;
import org.tiersmith.profile.PortraitFiles;
import org.tiersmith.profile.PortraitReport;
import org.tiersmith.profile.Portraits;
import org.tiersmith.profile.SegmentPortrait;
import org.tiersmith.project.ArtifactId;
import org.tiersmith.project.Dataset;
import org.tiersmith.project.ProjectFile;
import org.tiersmith.task.JobContext;
import org.tiersmith.task.Turn;

/**
 * What is known of each customer, worked out once per dataset and kept in the project; again where
 * the program has learned to do it another way. Thread-safe.
 */
public final class PortraitUseCase {
  /** What the work is called in the task bar. */
  public static final Text TITLE = Text.of("portrait.build", "Portraits of the customers");

  private static final String PORTRAITS = "portraits.parquet";
  private static final String TASTES = "tastes.parquet";
  private static final String REPORT = "portraits.json";

  private final ProjectFile project;
  private final ImportUseCase data;
  private final ProjectEvents events;
  private final Turn building = new Turn();

  PortraitUseCase(ProjectFile project, ImportUseCase data, ProjectEvents events) {
    this.project = project;
    this.data = data;
    this.events = events;
  }

  /**
   * What was worked out of one dataset's customers, for reading only.
   *
   * @param tables what it was worked out of
   * @param files the tables of {@link Portraits#build}
   * @param report what was learned of the customers as a whole
   */
  public record Made(Tables tables, PortraitFiles files, PortraitReport report) {}

  /** The portraits, if they are made already; answers at once. */
  public Optional<Made> present() {
    return present(data.dataset());
  }

  /** The portraits' file, if they are made already; answers at once. */
  public Optional<Path> ready() {
    return ready(data.dataset());
  }

  /** The same of one dataset. */
  Optional<Path> ready(Dataset dataset) {
    return layout(dataset, PORTRAITS);
  }

  /** The file of {@link #made}, worked out unseen and to its end where need be. */
  public Path path() {
    return path(JobContext.detached());
  }

  /** The portraits' file of {@link #made}. */
  public Path path(JobContext context) {
    return made(context).files().portraits();
  }

  /**
   * The portraits; works them out where need be, in seconds to minutes, so to be called in the
   * background. Whoever asks meanwhile waits for the same work, and can be cancelled.
   */
  public Made made(JobContext context) {
    return made(data.dataset(), context);
  }

  /** The same of one dataset. */
  Made made(Dataset dataset, JobContext context) {
    return building.take(
        context,
        () -> {
          Optional<Made> present = present(dataset);
          return present.isPresent() ? present.get() : build(dataset, context);
        });
  }

  /** What was worked out of one customer; works out all of them first where need be. */
  public CustomerTraits traits(String customerId, JobContext context) {
    Made made = made(context);
    return CustomerTraits.of(made.tables(), made.files(), made.report(), customerId);
  }

  /** What some customers are like together; works out all of them first where need be. */
  public SegmentPortrait segment(Collection<String> customerIds, JobContext context) {
    Made made = made(context.part(0, 0.7));
    return SegmentPortrait.of(
        made.tables(), made.files(), made.report(), customerIds, context.part(0.7, 1));
  }

  /** The portraits of a dataset, if they are made already. */
  Optional<Made> present(Dataset dataset) {
    Optional<Path> portraits = layout(dataset, PORTRAITS);
    Optional<Path> tastes = layout(dataset, TASTES);
    Optional<Path> report = layout(dataset, REPORT);
    return portraits.isPresent() && tastes.isPresent() && report.isPresent()
        ? Optional.of(
            new Made(
                data.tables(dataset),
                new PortraitFiles(portraits.get(), tastes.get()),
                read(report.get())))
        : Optional.empty();
  }

  private Optional<Path> layout(Dataset dataset, String name) {
    return project.derived().find(dataset.id(), name, key()).map(project.artifacts()::layout);
  }

  private Made build(Dataset dataset, JobContext context) {
    try (Workspace workspace = new Workspace()) {
      Path portraits = workspace.file(PORTRAITS);
      PortraitReport report = Portraits.build(data.tables(dataset), portraits, context);
      context.checkCancelled();
      Path told = Files.writeString(workspace.file(REPORT), Json.write(report));
      project
          .derived()
          .put(
              dataset.id(),
              key(),
              Map.of(
                  PORTRAITS,
                  put(dataset, portraits, PORTRAITS),
                  TASTES,
                  put(dataset, PortraitFiles.at(portraits).tastes(), TASTES),
                  REPORT,
                  put(dataset, told, REPORT)));
    } catch (IOException e) {
      Workspace.refuseIfFull(e);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      Workspace.refuseIfFull(e);
      throw e;
    }
    events.publish(ProjectChange.PORTRAITS_BUILT);
    return present(dataset).orElseThrow();
  }

  private ArtifactId put(Dataset dataset, Path file, String kind) {
    Provenance provenance =
        new Provenance(
            "profile",
            dataset.provenance().inputHash(),
            Map.of("portraits", key()),
            0,
            Versions.all(),
            "cpu",
            Instant.now());
    return project.artifacts().put(file, kind, provenance).id();
  }

  private static PortraitReport read(Path report) {
    try {
      return Json.read(Files.readString(report), PortraitReport.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String key() {
    return "version " + Portraits.VERSION;
  }
}
