package org.tiersmith.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Brings an open project to the present schema, after a backup of the whole file. */
final class Upgrade {
  private final Database database;
  private final Schema schema;

  Upgrade(Database database, Schema schema) {
    this.database = database;
    this.schema = schema;
  }

  void run() {
    int found = database.read(Schema::versionOf);
    if (found < schema.version()) {
      backUp(found);
      database.maintain(schema::migrate);
      database.change(
          c -> AuditLog.record(c, "project.migrated", found + " to " + schema.version()));
    }
  }

  private void backUp(int version) {
    Path backup = freeName(version);
    Path part = DurableFiles.partOf(backup);
    try {
      Files.deleteIfExists(part);
      database.maintain(c -> Sql.update(c, "VACUUM INTO ?", part.toString()));
      DurableFiles.publish(part, backup);
    } catch (IOException e) {
      throw ProjectProblems.io(backup, e);
    }
  }

  /** A name that no earlier backup has: an attempt that failed may have left one. */
  private Path freeName(int version) {
    String base = database.file().getFileName() + ".v" + version;
    Path backup = database.file().resolveSibling(base + ".bak");
    for (int i = 2; Files.exists(backup); i++) {
      backup = database.file().resolveSibling(base + "-" + i + ".bak");
    }
    return backup;
  }
}
