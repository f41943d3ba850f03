package org.tiersmith.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tiersmith.model.Provenance;

/** The frozen plans of a project. They are added and never changed. */
public final class Plans {
  private final Database database;

  Plans(Database database) {
    this.database = database;
  }

  /**
   * Keeps a plan whose artifacts are in the project already.
   *
   * @param scenario JSON
   * @param totals JSON
   * @param decisions artifact with the decision per pair
   * @param pairs artifact with those pairs; stays as long as the plan does
   */
  public StoredPlan add(
      String name,
      String scenario,
      String totals,
      ArtifactId decisions,
      ArtifactId pairs,
      Provenance provenance) {
    Instant now = Rows.now();
    long id =
        database.write(
            c -> {
              long added =
                  Sql.insert(
                      c,
                      """
                      INSERT INTO plan(
                        name, scenario, totals, decisions, pairs, created, provenance)
                      VALUES(?, ?, ?, ?, ?, ?, ?)
                      """,
                      name,
                      scenario,
                      totals,
                      decisions.sha256(),
                      pairs.sha256(),
                      now.toString(),
                      ProvenanceJson.write(provenance));
              AuditLog.record(c, "plan.added", "plan " + added);
              return added;
            });
    return new StoredPlan(id, name, scenario, totals, decisions, pairs, now, provenance);
  }

  public Optional<StoredPlan> find(long id) {
    return database.read(c -> Sql.first(c, Plans::row, "SELECT * FROM plan WHERE id = ?", id));
  }

  /** Takes a plan away; harmless when it is gone. */
  public void remove(long id) {
    database.change(c -> Sql.update(c, "DELETE FROM plan WHERE id = ?", id));
  }

  /** All plans, oldest first. */
  public List<StoredPlan> all() {
    return database.read(c -> Sql.query(c, Plans::row, "SELECT * FROM plan ORDER BY id"));
  }

  private static StoredPlan row(ResultSet row) throws SQLException {
    return new StoredPlan(
        row.getLong("id"),
        row.getString("name"),
        row.getString("scenario"),
        row.getString("totals"),
        Rows.artifact(row, "decisions"),
        Rows.artifactOrNull(row, "pairs"),
        Rows.instant(row, "created"),
        Rows.provenance(row));
  }
}
