package org.tiersmith.service;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What the program remembers of its user between starts: theme, language, window, recent projects.
 * One small properties file in the user's configuration folder; losing it loses nothing else.
 */
public final class Preferences {
  private static final System.Logger LOG = System.getLogger(Preferences.class.getName());
  private static final int MOST_RECENT = 12;

  private final Path file;
  private final Executor disk;
  private final Properties values = new Properties();
  private final AtomicBoolean unsaved = new AtomicBoolean();

  /**
   * Preferences kept in the given file, which need not exist yet; each change is written at once.
   */
  public Preferences(Path file) {
    this(file, Runnable::run);
  }

  /**
   * Preferences kept in the given file, which need not exist yet.
   *
   * @param disk writes the changes, one after the other: a disk that is busy can take a second
   */
  public Preferences(Path file, Executor disk) {
    this.file = file;
    this.disk = disk;
    if (Files.isRegularFile(file)) {
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        values.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        LOG.log(
            System.Logger.Level.WARNING,
            "Preferences could not be read from " + file + "; defaults are used.");
      }
    }
  }

  /** The preferences file of this user by the customs of the operating system. */
  public static Path usualFile() {
    return UserFolders.configuration().resolve("preferences.properties");
  }

  public synchronized String get(String key, String otherwise) {
    return values.getProperty(key, otherwise);
  }

  public synchronized void set(String key, String value) {
    if (!value.equals(values.getProperty(key))) {
      values.setProperty(key, value);
      save();
    }
  }

  /** Projects opened lately, the latest first; those that are gone are left out. */
  public synchronized List<Path> recentProjects() {
    List<Path> recent = new ArrayList<>();
    for (int i = 0; i < MOST_RECENT; i++) {
      Optional.ofNullable(values.getProperty("recent." + i))
          .map(Path::of)
          .filter(Files::isRegularFile)
          .ifPresent(recent::add);
    }
    return recent;
  }

  /** Puts a project at the head of the recent ones. */
  public synchronized void opened(Path project) {
    Path absolute = project.toAbsolutePath().normalize();
    List<Path> recent = new ArrayList<>(recentProjects());
    recent.remove(absolute);
    recent.addFirst(absolute);
    writeRecent(recent);
  }

  /** Takes a project off the list; its file stays. */
  public synchronized void forget(Path project) {
    List<Path> recent = new ArrayList<>(recentProjects());
    recent.remove(project.toAbsolutePath().normalize());
    writeRecent(recent);
  }

  private void writeRecent(List<Path> recent) {
    for (int i = 0; i < MOST_RECENT; i++) {
      if (i < recent.size()) {
        values.setProperty("recent." + i, recent.get(i).toString());
      } else {
        values.remove("recent." + i);
      }
    }
    save();
  }

  private void save() {
    Properties now = new Properties();
    now.putAll(values);
    disk.execute(() -> write(now));
  }

  private void write(Properties now) {
    try {
      Files.createDirectories(file.getParent());
      Path beside = Files.createTempFile(file.getParent(), "preferences", ".tmp");
      try (Writer writer = Files.newBufferedWriter(beside, StandardCharsets.UTF_8)) {
        now.store(writer, "Tiersmith");
      }
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!unsaved.getAndSet(true)) {
        LOG.log(
            System.Logger.Level.WARNING,
            "Preferences can not be saved in "
                + file.getParent()
                + "; they last until the program ends.");
      }
    }
  }
}
