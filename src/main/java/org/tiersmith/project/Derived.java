package org.tiersmith.project;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was worked out from the datasets of a project: one artifact per dataset and name, made under
 * a key that says by which settings and which version of the program. Another key makes it stale.
 */
public final class Derived {
  private final Database database;
  private final Artifacts artifacts;

  Derived(Database database, Artifacts artifacts) {
    this.database = database;
    this.artifacts = artifacts;
  }

  /** The artifact that was made under this very key. */
  public Optional<ArtifactId> find(long dataset, String name, String key) {
    return database.read(
        c ->
            Sql.first(
                c,
                row -> Rows.artifact(row, "artifact"),
                "SELECT artifact FROM derived WHERE dataset_id = ? AND name = ? AND key = ?",
                dataset,
                name,
                key));
  }

  /**
   * Keeps artifacts that are in the project already, all or none, in place of those of the same
   * names. What they replace is taken away.
   */
  public void put(long dataset, String key, Map<String, ArtifactId> byName) {
    for (ArtifactId old : database.write(c -> replace(c, dataset, key, byName))) {
      artifacts.drop(old);
    }
  }

  private static List<ArtifactId> replace(
      Connection connection, long dataset, String key, Map<String, ArtifactId> byName)
      throws SQLException {
    List<ArtifactId> old = new ArrayList<>();
    for (Map.Entry<String, ArtifactId> each : byName.entrySet()) {
      old.addAll(
          Sql.query(
              connection,
              row -> Rows.artifact(row, "artifact"),
              "SELECT artifact FROM derived WHERE dataset_id = ? AND name = ?",
              dataset,
              each.getKey()));
      Sql.update(
          connection,
          "INSERT OR REPLACE INTO derived VALUES(?, ?, ?, ?)",
          dataset,
          each.getKey(),
          key,
          each.getValue().sha256());
    }
    old.removeAll(byName.values());
    return old;
  }
}
