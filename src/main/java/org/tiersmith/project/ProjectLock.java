package org.tiersmith.project;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Keeps a project file to one opener. The system holds the lock on a small file beside the project
 * and lets go of it when the process ends, however it ends; that file may stay behind and does no
 * harm.
 */
final class ProjectLock implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ProjectLock.class.getName());

  /** Far behind the file's end: Windows lets nobody write a byte that is locked. */
  private static final long LOCKED_BYTE = 1L << 40;

  private static final int MAX_LENGTH = 1 << 16;

  /**
   * Files that this process holds. Asked before the lock file is opened: closing any channel on it
   * would drop the lock of all others in the process.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final Path lockFile;
  private final FileChannel channel;

  private ProjectLock(Path file, Path lockFile, FileChannel channel) {
    this.file = file;
    this.lockFile = lockFile;
    this.channel = channel;
  }

  /**
   * @param file real path of the project, which need not exist
   * @throws org.tiersmith.model.Problem if it is open elsewhere or its folder can't be written
   */
  static ProjectLock acquire(Path file) {
    if (!HELD.add(file)) {
      throw ProjectProblems.inUse(file);
    }
    try {
      return lock(file);
    } catch (IOException e) {
      HELD.remove(file);
      throw ProjectProblems.io(file, e);
    } catch (RuntimeException e) {
      HELD.remove(file);
      throw e;
    }
  }

  private static ProjectLock lock(Path file) throws IOException {
    Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
    while (true) {
      FileChannel channel =
          FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
          throw ProjectProblems.inUse(file);
        }
        if (isStillThere(lockFile, channel)) {
          return new ProjectLock(file, lockFile, channel);
        }
        channel.close();
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    }
  }

  /**
   * Whether the file that we have locked is the one that others will find: its last holder may have
   * taken it away between our opening and our locking it. Told by a random length, since to open
   * the file a second time would drop our lock.
   */
  private static boolean isStillThere(Path lockFile, FileChannel channel) throws IOException {
    int length = 1 + ThreadLocalRandom.current().nextInt(MAX_LENGTH);
    channel.truncate(0);
    channel.write(ByteBuffer.allocate(1), length - 1L);
    try {
      return Files.size(lockFile) == length;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Lets go of the project; harmless when done twice. */
  @Override
  public void close() {
    if (!channel.isOpen()) {
      return;
    }
    try (channel) {
      Files.deleteIfExists(lockFile);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "The lock file stays behind", e);
    } finally {
      HELD.remove(file);
    }
  }
}
