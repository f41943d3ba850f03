package org.tiersmith.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tiersmith.model.Provenance;

/** The scored pairs of a project. */
public final class Scores {
  private final Database database;

  Scores(Database database) {
    this.database = database;
  }

  /**
   * Keeps a set of scored pairs whose artifact is in the project already; what its run's unfinished
   * scorings have made goes.
   *
   * @param pairs artifact with p0 and k per pair
   * @param pairCount its rows
   */
  public ScoreSet add(long runId, ArtifactId pairs, long pairCount, Provenance provenance) {
    Instant now = Rows.now();
    long id =
        database.write(
            c -> {
              long added =
                  Sql.insert(
                      c,
                      """
                      INSERT INTO score_set(run_id, pairs, pair_count, created, provenance)
                      VALUES(?, ?, ?, ?, ?)
                      """,
                      runId,
                      pairs.sha256(),
                      pairCount,
                      now.toString(),
                      ProvenanceJson.write(provenance));
              UnfinishedRows.drop(c, runId);
              AuditLog.record(c, "scores.added", "scores " + added + " of run " + runId);
              return added;
            });
    return new ScoreSet(id, runId, pairs, pairCount, now, provenance);
  }

  /** The scores that the project works with: the last ones. */
  public Optional<ScoreSet> latest() {
    return database.read(
        c -> Sql.first(c, Scores::row, "SELECT * FROM score_set ORDER BY id DESC LIMIT 1"));
  }

  /** All sets, oldest first. */
  public List<ScoreSet> all() {
    return database.read(c -> Sql.query(c, Scores::row, "SELECT * FROM score_set ORDER BY id"));
  }

  private static ScoreSet row(ResultSet row) throws SQLException {
    return new ScoreSet(
        row.getLong("id"),
        row.getLong("run_id"),
        Rows.artifact(row, "pairs"),
        row.getLong("pair_count"),
        Rows.instant(row, "created"),
        Rows.provenance(row));
  }
}
