package org.tiersmith.project;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Files that are written beside, synced, then moved, so that a name only ever shows a whole file.
 */
final class DurableFiles {
  private DurableFiles() {}

  /** The file beside under which a whole file is prepared. */
  static Path partOf(Path file) {
    return file.resolveSibling(file.getFileName() + ".part");
  }

  /** Syncs the prepared file and gives it its name. */
  static void publish(Path part, Path file, CopyOption... options) throws IOException {
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(part, file, options);
    syncFolder(file);
  }

  private static void syncFolder(Path file) throws IOException {
    Path folder = file.getParent();
    // Windows neither needs nor allows a folder to be opened.
    if (folder != null && folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
