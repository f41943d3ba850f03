package org.tiersmith.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
      throw new UncheckedIOException("No temporary folder could be made", e);
    }
    TemporaryFolders.removeLeftBehind(folder.resolveSibling(""));
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
