package org.tiersmith.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder for the files of one job; gone when the job is over. What a program left that was killed
 * goes when the next job begins: it may hold rows of customers.
 */
final class Workspace implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Workspace.class.getName());

  /** The name holds the process, so that others see whether it still runs. */
  private static final Pattern NAME = Pattern.compile("tiersmith-(\\d{1,18})-.*");

  private final Path folder;

  Workspace() {
    try {
      folder = Files.createTempDirectory("tiersmith-" + ProcessHandle.current().pid() + "-");
    } catch (IOException e) {
      throw new UncheckedIOException("No temporary folder could be made", e);
    }
    removeLeftBehind(folder.resolveSibling(""));
  }

  Path folder() {
    return folder;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() {
    remove(folder);
  }

  /** Removes the folders of processes that run no more. */
  static void removeLeftBehind(Path temporary) {
    try (Stream<Path> all = Files.list(temporary)) {
      all.filter(Workspace::isLeftBehind).forEach(Workspace::remove);
    } catch (IOException | UncheckedIOException e) {
      LOG.log(System.Logger.Level.WARNING, "The temporary folder could not be looked through", e);
    }
  }

  private static boolean isLeftBehind(Path path) {
    Matcher name = NAME.matcher(String.valueOf(path.getFileName()));
    return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.log(System.Logger.Level.WARNING, "A temporary folder could not be removed", e);
    }
  }
}
