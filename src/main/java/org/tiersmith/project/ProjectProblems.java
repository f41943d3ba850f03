package org.tiersmith.project;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;

/** What can go wrong with a project file, as sentences for a person. */
final class ProjectProblems {
  private static final System.Logger LOG = System.getLogger(ProjectProblems.class.getName());

  private ProjectProblems() {}

  static Problem missing(Path file) {
    return Problem.of("project.missing", "There is no project at {0}. Check the path.", name(file));
  }

  static Problem folder(Path file) {
    return Problem.of(
        "project.folder",
        "{0} is a folder, not a project file. It was left as it is; choose a .tiersmith file.",
        name(file));
  }

  static Problem exists(Path file) {
    return Problem.of(
        "project.exists",
        "{0} exists already and was left as it is. Open it, or choose another name.",
        name(file));
  }

  static Problem inUse(Path file) {
    return Problem.of(
        "project.in-use",
        "{0} is open in another window or command of Tiersmith. Close it there, then try again.",
        name(file));
  }

  static Problem foreign(Path file) {
    return Problem.of(
        "project.foreign",
        "{0} is not a Tiersmith project. It was left as it is; choose a .tiersmith file.",
        name(file));
  }

  static Problem newer(Path file, long version, int known) {
    return Problem.of(
        "project.newer",
        "{0} was made by a newer Tiersmith (file version {1}, this program reads up to {2})."
            + " It was left as it is; update Tiersmith to open it.",
        name(file),
        Long.toString(version),
        Integer.toString(known));
  }

  /**
   * @param finding what was found, for the log: SQLite words it for those who know its files
   */
  static Problem damaged(Path file, String finding) {
    return damaged(file, new IOException(finding));
  }

  private static Problem damaged(Path file, Throwable cause) {
    LOG.log(System.Logger.Level.DEBUG, "A project file is damaged", cause);
    return new Problem(
        Text.of(
            "project.damaged",
            "The project file {0} is damaged: parts of it are missing or can''t be read. It was"
                + " left as it is; go back to a copy of it.",
            name(file)),
        cause);
  }

  static Problem artifactDamaged(Path file, Artifact artifact) {
    return Problem.of(
        "project.artifact-damaged",
        "In {0}, the stored data {1} ({2}) is damaged and was not used. The rest of the project is"
            + " kept; make this part again or go back to a copy of the file.",
        name(file),
        artifact.kind(),
        artifact.id().sha256().substring(0, 12));
  }

  static Problem leftover(Path file, Path log) {
    return Problem.of(
        "project.leftover",
        "{0} was not made: {1} lies there, with changes of a project that is gone. Put both back"
            + " together, take that file away, or choose another name.",
        name(file),
        log.getFileName().toString());
  }

  static Problem unreadable(Path file, Throwable cause) {
    return new Problem(
        Text.of(
            "project.unreadable", "{0} can''t be read. Check that you may read it.", name(file)),
        cause);
  }

  static Problem unwritable(Path file, Throwable cause) {
    return new Problem(
        Text.of(
            "project.unwritable",
            "{0} can''t be written here. Nothing was changed; check that its folder exists and is"
                + " writable, or copy the project elsewhere.",
            name(file)),
        cause);
  }

  static Problem diskFull(Path file, Throwable cause) {
    return Problem.failure(
        Text.of(
            "project.disk-full",
            "There is no room left to save to {0}. What was saved before is kept; free some disk"
                + " space and try again.",
            name(file)),
        cause);
  }

  static Problem logLeft(Path file, @Nullable Throwable cause) {
    return new Problem(
        Text.of(
            "project.log-left",
            "{0} was closed and everything is saved, but partly in {1} beside it: the disk is full"
                + " or another program reads the file. Keep both together until you have opened"
                + " and closed the project again.",
            name(file),
            file.getFileName() + "-wal"),
        cause);
  }

  private static Problem diskFault(Path file, Throwable cause) {
    return Problem.failure(
        Text.of(
            "project.disk-fault",
            "The disk failed while {0} was in use. What was saved before is kept; check the"
                + " disk, then open the project again.",
            name(file)),
        cause);
  }

  /** A failure to write to the cache folder. */
  static Problem cache(Path folder, IOException cause) {
    return isFull(cause)
        ? diskFull(folder, cause)
        : new Problem(
            Text.of(
                "project.cache",
                "Working copies can''t be written to the cache folder {0}. The project is as it"
                    + " was; make that folder writable, or name another in the environment variable"
                    + " XDG_CACHE_HOME (on Windows: LOCALAPPDATA).",
                name(folder)),
            cause);
  }

  /** A failure to write outside the database and the cache: the backup, a new file. */
  static Problem io(Path file, IOException cause) {
    return isFull(cause) ? diskFull(file, cause) : unwritable(file, cause);
  }

  private static boolean isFull(IOException cause) {
    String message = String.valueOf(cause.getMessage());
    return message.contains("No space left") || message.contains("not enough space");
  }

  /** Tells a person's trouble (disk, rights, damage) from a program failure. */
  static RuntimeException sql(Path file, SQLException cause) {
    return switch (primary(cause)) {
      case SQLITE_CORRUPT, SQLITE_NOTADB -> damaged(file, cause);
      case SQLITE_FULL -> diskFull(file, cause);
      case SQLITE_IOERR -> diskFault(file, cause);
      case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM -> unwritable(file, cause);
      case SQLITE_BUSY, SQLITE_LOCKED -> inUse(file);
      default -> new IllegalStateException("Project database: " + cause.getMessage(), cause);
    };
  }

  private static SQLiteErrorCode primary(SQLException cause) {
    return SQLiteErrorCode.getErrorCode(cause.getErrorCode() & 0xFF);
  }

  private static String name(Path file) {
    return file.toString();
  }
}
