package org.tiersmith.plan;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes a file beside its place, syncs it and moves it there: a reader sees the old file or the
 * whole new one. When anything fails, the old file stays and the new one is removed. A link is
 * followed, so that it stays a link, and who may read a file that is replaced may read the new one.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /** What writes the content, in large pieces: nothing collects small ones. */
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes the file. */
  public static void write(Path file, Content content) throws IOException {
    Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path beside = place.resolveSibling(".tiersmith-" + UUID.randomUUID() + ".part");
    try {
      fill(beside, place, content);
      move(beside, place);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void fill(Path file, Path place, Content content) throws IOException {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        OutputStream out = Channels.newOutputStream(channel)) {
      keepPermissions(place, file);
      content.writeTo(out);
      channel.force(true);
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    if (Files.exists(from)
        && from.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
