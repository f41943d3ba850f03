package org.tiersmith.project;

import java.nio.file.Path;

/**
 * A project whose file may be kept from growing, as on a full disk: SQLite then fails in the same
 * way.
 */
public final class LimitedProject {
  private final Database database;
  private final ProjectFile project;

  /** Opens a project of the present version. */
  public LimitedProject(Path file, Path cache) {
    ProjectLock lock = ProjectLock.acquire(file);
    database = new Database(file);
    project = new ProjectFile(database, lock, cache);
  }

  /** The project; to be closed by the caller. */
  public ProjectFile project() {
    return project;
  }

  /** From now on the file may grow by so many pages and no more. */
  public void leave(int pages) {
    database.maintain(
        c -> {
          Sql.execute(c, "PRAGMA incremental_vacuum");
          long most = Sql.number(c, "PRAGMA page_count") + pages;
          Sql.execute(c, "PRAGMA max_page_count = " + most);
        });
  }

  /** There is room again. */
  public void free() {
    database.maintain(c -> Sql.execute(c, "PRAGMA max_page_count = 1000000"));
  }
}
