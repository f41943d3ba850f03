package org.tiersmith.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.project.TemporaryFolders;

/**
 * A folder for the files of one job; gone when the job is over. What a program left that was killed
 * goes when the next job begins.
 */
final class Workspace implements AutoCloseable {
  private final Path folder;

  Workspace() {
    try {
      folder = TemporaryFolders.make();
    } catch (IOException e) {
      refuseIfFull(e);
      throw new UncheckedIOException("No temporary folder could be made", e);
    }
    TemporaryFolders.removeLeftBehind(folder.resolveSibling(""));
  }

  /**
   * Makes of a failure for want of room a problem that says so; does nothing with others.
   *
   * @throws Problem in place of it
   */
  static void refuseIfFull(Exception failure) {
    if (failure instanceof Problem) {
      return;
    }
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage());
      if (message.contains("No space left") || message.contains("not enough space")) {
        throw Problem.failure(
            Text.of(
                "service.no-room",
                "There is no room left for temporary files in {0}. What was saved before is kept;"
                    + " free some disk space and try again.",
                System.getProperty("java.io.tmpdir", "")),
            failure);
      }
    }
  }

  Path folder() {
    return folder;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() {
    TemporaryFolders.remove(folder);
  }
}
