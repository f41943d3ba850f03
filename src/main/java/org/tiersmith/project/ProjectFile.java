package org.tiersmith.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One project: an SQLite file that keeps every station's result. What a method has written is
 * committed when it returns and survives a kill of the process. All methods may be called from any
 * thread; they touch the disk, so never from a window's thread.
 *
 * <p>Only one process, and one instance in it, has a file open at a time.
 */
public final class ProjectFile implements AutoCloseable {
  private final Database database;
  private final ProjectLock lock;
  private final Settings settings;
  private final Artifacts artifacts;
  private final Datasets datasets;
  private final Derived derived;
  private final Runs runs;
  private final Scores scores;
  private final UnfinishedRows unfinished;
  private final Scenarios scenarios;
  private final Plans plans;
  private final AuditLog audit;

  ProjectFile(Database database, ProjectLock lock, Path cacheFolder) {
    this.database = database;
    this.lock = lock;
    this.settings = new Settings(database);
    this.artifacts = new Artifacts(database, cacheFolder);
    this.datasets = new Datasets(database);
    this.derived = new Derived(database, artifacts);
    this.runs = new Runs(database, artifacts);
    this.scores = new Scores(database);
    this.unfinished = new UnfinishedRows(database);
    this.scenarios = new Scenarios(database);
    this.plans = new Plans(database);
    this.audit = new AuditLog(database);
  }

  /**
   * Makes a new project and opens it.
   *
   * @throws org.tiersmith.model.Problem if there is a file of that name, which stays as it is, or
   *     the folder can't be written
   */
  public static ProjectFile create(Path file) {
    return create(file, CacheFolder.standard());
  }

  /** As {@link #create(Path)}, with artifacts laid out under another folder. */
  public static ProjectFile create(Path file, Path cacheRoot) {
    return new ProjectOpener(Schema.CURRENT, cacheRoot).create(file);
  }

  /**
   * Opens a project. An older one is brought to the present schema, after a backup beside it. Runs
   * that a process left unfinished become interrupted.
   *
   * @throws org.tiersmith.model.Problem if it is missing, open elsewhere, not a project, damaged,
   *     made by a newer program, or can't be written; it then stays as it is
   */
  public static ProjectFile open(Path file) {
    return open(file, CacheFolder.standard());
  }

  /** As {@link #open(Path)}, with artifacts laid out under another folder. */
  public static ProjectFile open(Path file, Path cacheRoot) {
    return new ProjectOpener(Schema.CURRENT, cacheRoot).open(file);
  }

  /**
   * Whether a file is a project or another database, which nothing else may replace. Not to be
   * asked of a project that is open, see {@link #path()}.
   */
  public static boolean isDatabase(Path file) {
    return FileCheck.isDatabase(file);
  }

  /**
   * The file's real path. Nobody may read it as a file while the project is open: closing it again
   * would drop SQLite's locks in this process.
   */
  public Path path() {
    return database.file();
  }

  public Settings settings() {
    return settings;
  }

  public Datasets datasets() {
    return datasets;
  }

  public Derived derived() {
    return derived;
  }

  public Artifacts artifacts() {
    return artifacts;
  }

  public Runs runs() {
    return runs;
  }

  public Scores scores() {
    return scores;
  }

  public UnfinishedRows unfinished() {
    return unfinished;
  }

  public Scenarios scenarios() {
    return scenarios;
  }

  public Plans plans() {
    return plans;
  }

  public AuditLog audit() {
    return audit;
  }

  /** Takes the project away, with all that it holds; then nobody may use it. */
  public void delete() {
    try {
      artifacts.clearCache();
      database.close();
      Files.deleteIfExists(path());
    } catch (IOException e) {
      throw ProjectProblems.io(path(), e);
    } finally {
      lock.close();
    }
  }

  /** Finishes all writes, empties the cache and leaves a single file. Harmless when done twice. */
  @Override
  public void close() {
    try {
      artifacts.clearCache();
      database.close();
    } finally {
      lock.close();
    }
  }
}
