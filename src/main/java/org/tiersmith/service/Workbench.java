package org.tiersmith.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.encoder.Libtorch;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.project.ProjectFile;
import org.tiersmith.task.JobRunner;

/** The program as a whole: its preferences, its background jobs, and opening projects. */
public final class Workbench {
  private static final String LIBTORCH = "libtorch";

  private final Preferences preferences;
  private final JobRunner jobs;
  private final EncoderCatalogue catalogue;

  /**
   * @param models folder with further base encoders; it need not exist
   */
  public Workbench(Preferences preferences, JobRunner jobs, Path models) {
    this.preferences = preferences;
    this.jobs = jobs;
    this.catalogue = new EncoderCatalogue(models);
    if (!libtorch().isEmpty() && System.getProperty(Libtorch.PROPERTY) == null) {
      System.setProperty(Libtorch.PROPERTY, libtorch());
    }
  }

  /** The folder with the user's own libtorch; empty for the one that came with the program. */
  public String libtorch() {
    return preferences.get(LIBTORCH, "");
  }

  /**
   * Takes another libtorch, now if the engine has not started yet, and at every later start.
   *
   * @param folder empty for the one that came with the program
   * @throws Problem if it holds none that can be used; then nothing changes
   */
  public void useLibtorch(String folder) {
    if (!folder.isEmpty()) {
      Libtorch.at(folder);
    }
    System.setProperty(Libtorch.PROPERTY, folder);
    preferences.set(LIBTORCH, folder);
  }

  public Preferences preferences() {
    return preferences;
  }

  public JobRunner jobs() {
    return jobs;
  }

  /** Makes a new project; an existing file of that name is refused and stays. */
  public ProjectSession create(Path file) {
    makeFolder(file.toAbsolutePath().resolveSibling("."));
    return remembered(new ProjectSession(ProjectFile.create(file), catalogue));
  }

  /** Opens a project. */
  public ProjectSession open(Path file) {
    return remembered(new ProjectSession(ProjectFile.open(file), catalogue));
  }

  /** Opens a project, or makes it when there is none. */
  public ProjectSession openOrCreate(Path file) {
    return Files.exists(file) ? open(file) : create(file);
  }

  /** Takes away a project that was made for work that then came to nothing. */
  public void discard(ProjectSession session) {
    session.delete();
    preferences.forget(session.path());
  }

  /** Where the sample project of a language goes: the user's projects folder. */
  public Path samplePath(String language) {
    return UserFolders.projects()
        .resolve("Sample shop (" + language + ")" + ProjectSession.EXTENSION);
  }

  private ProjectSession remembered(ProjectSession session) {
    preferences.opened(session.path());
    return session;
  }

  private static void makeFolder(Path folder) {
    try {
      Files.createDirectories(folder.normalize());
    } catch (IOException e) {
      throw new Problem(
          Text.of(
              "project.no-folder",
              "The folder {0} can''t be made: {1}. Choose another place.",
              folder.toString(),
              String.valueOf(e.getMessage())),
          e);
    }
  }
}
