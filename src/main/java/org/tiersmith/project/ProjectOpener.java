package org.tiersmith.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes and opens project files. */
final class ProjectOpener {
  private static final int PAGE_SIZE = 8192;

  private final Schema schema;
  private final Path cacheRoot;

  ProjectOpener(Schema schema, Path cacheRoot) {
    this.schema = schema;
    this.cacheRoot = cacheRoot;
  }

  ProjectFile create(Path given) {
    Path file = target(given);
    return locked(
        file,
        lock -> {
          refuseOccupied(file);
          make(file);
          return openLocked(file, lock);
        });
  }

  ProjectFile open(Path given) {
    Path file = existing(given);
    return locked(file, lock -> openLocked(file, lock));
  }

  private interface Opening {
    ProjectFile with(ProjectLock lock);
  }

  private static ProjectFile locked(Path file, Opening opening) {
    ProjectLock lock = ProjectLock.acquire(file);
    try {
      return opening.with(lock);
    } catch (RuntimeException | Error e) {
      lock.close();
      throw e;
    }
  }

  private static Path existing(Path given) {
    if (Files.isDirectory(given)) {
      throw ProjectProblems.folder(given);
    }
    if (!Files.isRegularFile(given)) {
      throw ProjectProblems.missing(given);
    }
    try {
      return given.toRealPath();
    } catch (IOException e) {
      throw ProjectProblems.unreadable(given, e);
    }
  }

  private static Path target(Path given) {
    Path absolute = given.toAbsolutePath().normalize();
    @Nullable Path folder = absolute.getParent();
    if (folder == null) {
      throw ProjectProblems.exists(given);
    }
    try {
      return folder.toRealPath().resolve(absolute.getFileName());
    } catch (IOException e) {
      throw ProjectProblems.unwritable(given, e);
    }
  }

  private static void refuseOccupied(Path file) {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw ProjectProblems.exists(file);
    }
    // SQLite would replay a log that lies beside the new file, whosever it was.
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    if (Files.exists(log)) {
      throw ProjectProblems.leftover(file, log);
    }
  }

  private void make(Path file) {
    Path part = DurableFiles.partOf(file);
    try {
      Files.deleteIfExists(part);
      Files.deleteIfExists(part.resolveSibling(part.getFileName() + "-journal"));
      fill(part);
      DurableFiles.publish(part, file);
    } catch (IOException e) {
      throw ProjectProblems.io(file, e);
    } catch (SQLException e) {
      throw ProjectProblems.sql(file, e);
    }
  }

  private void fill(Path part) throws SQLException {
    try (Connection connection = Database.connect(part)) {
      Sql.execute(connection, "PRAGMA page_size = " + PAGE_SIZE);
      Sql.execute(connection, "PRAGMA auto_vacuum = INCREMENTAL");
      schema.migrate(connection);
      Sql.update(
          connection,
          "INSERT INTO project VALUES(?, ?)",
          UUID.randomUUID().toString(),
          Rows.now().toString());
      AuditLog.record(connection, "project.created", "");
    }
  }

  private ProjectFile openLocked(Path file, ProjectLock lock) {
    new FileCheck(file, schema).run();
    Database database = new Database(file);
    try {
      new Upgrade(database, schema).run();
      database.change(
          c -> {
            Runs.interruptOrphans(c);
            ChunkStore.dropHalfStored(c);
          });
      return new ProjectFile(database, lock, cacheFolder(database));
    } catch (RuntimeException | Error e) {
      closeAfter(e, database);
      throw e;
    }
  }

  private static void closeAfter(Throwable reason, Database database) {
    try {
      database.close();
    } catch (RuntimeException e) {
      reason.addSuppressed(e);
    }
  }

  /** Two copies of a project have different folders, so neither can take the other's files away. */
  private Path cacheFolder(Database database) {
    String id =
        database.read(
            c ->
                Sql.first(c, r -> r.getString(1), "SELECT id FROM project")
                    .orElseThrow(() -> ProjectProblems.damaged(database.file(), "it has no id")));
    return cacheRoot.resolve(Hashing.of(id + "\n" + database.file()).substring(0, 16));
  }
}
