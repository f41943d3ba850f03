package org.tiersmith.project;

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
 * This process's folders under the temporary folder. Their names hold the process, so that others
 * see whether it still runs: what a program that was killed has left may hold rows of customers.
 */
public final class TemporaryFolders {
  private static final System.Logger LOG = System.getLogger(TemporaryFolders.class.getName());
  private static final String PREFIX = "tiersmith-";
  private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,18})-.*");

  private TemporaryFolders() {}

  /** Makes a folder into which only its owner may look. */
  public static Path make() throws IOException {
    return Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
  }

  /** Removes, from the folder in which they lie, the folders of processes that run no more. */
  public static void removeLeftBehind(Path temporary) {
    try (Stream<Path> all = Files.list(temporary)) {
      all.filter(TemporaryFolders::isLeftBehind).forEach(TemporaryFolders::remove);
    } catch (IOException | UncheckedIOException e) {
      LOG.log(System.Logger.Level.WARNING, "The temporary folder could not be looked through", e);
    }
  }

  private static boolean isLeftBehind(Path path) {
    Matcher name = NAME.matcher(String.valueOf(path.getFileName()));
    return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }

  /** Removes a folder with all that is in it; a failure is only logged. */
  public static void remove(Path folder) {
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
