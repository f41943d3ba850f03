package org.tiersmith.project;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Provenance;

/** The training runs of a project and their series, written while they happen. */
public final class Runs {
  private final Database database;
  private final Artifacts artifacts;

  Runs(Database database, Artifacts artifacts) {
    this.database = database;
    this.artifacts = artifacts;
  }

  /**
   * Keeps a run that starts now.
   *
   * @param settings JSON
   */
  public Run start(String settings, String device) {
    Instant now = Rows.now();
    long id =
        database.write(
            c -> {
              long added =
                  Sql.insert(
                      c,
                      "INSERT INTO run(state, settings, device, started) VALUES(?, ?, ?, ?)",
                      RunState.RUNNING.name(),
                      settings,
                      device,
                      now.toString());
              AuditLog.record(c, "run.started", "run " + added);
              return added;
            });
    return new Run(id, RunState.RUNNING, settings, device, now, null, null, null, null);
  }

  /** Appends points to a run's series; a point for a step that is there replaces it. */
  public void append(long run, List<MetricPoint> points) {
    database.changeFast(
        c -> {
          for (MetricPoint point : points) {
            Sql.update(
                c,
                "INSERT OR REPLACE INTO run_metric VALUES(?, ?, ?, ?)",
                run,
                point.series(),
                point.step(),
                point.value());
          }
        });
  }

  /** Notes the best weights so far, already in the project; what was noted before lapses. */
  public void keepWeights(long run, ArtifactId weights) {
    database
        .write(
            c -> {
              Optional<ArtifactId> previous = find(c, run).map(Run::weights);
              one(Sql.update(c, "UPDATE run SET weights = ? WHERE id = ?", weights.sha256(), run));
              return previous;
            })
        .ifPresent(artifacts::release);
  }

  /**
   * Notes how a run ended. Weights that it kept stay.
   *
   * @param metrics JSON, or null when there are none
   */
  public Run finish(long run, RunState state, @Nullable String metrics, Provenance provenance) {
    return database.write(
        c -> {
          one(
              Sql.update(
                  c,
                  """
                  UPDATE run SET state = ?, finished = ?, metrics = ?, provenance = ?, device = ?
                  WHERE id = ?
                  """,
                  state.name(),
                  Rows.now().toString(),
                  metrics,
                  ProvenanceJson.write(provenance),
                  provenance.device(),
                  run));
          AuditLog.record(c, "run.ended", "run " + run + " " + state);
          return find(c, run).orElseThrow();
        });
  }

  private static void one(int changed) {
    if (changed != 1) {
      throw new IllegalArgumentException("no such run");
    }
  }

  /** Marks the runs of a process that is gone. Only the opener of the file may know that it is. */
  static void interruptOrphans(Connection connection) throws SQLException {
    int count =
        Sql.update(
            connection,
            "UPDATE run SET state = ? WHERE state = ?",
            RunState.INTERRUPTED.name(),
            RunState.RUNNING.name());
    if (count > 0) {
      AuditLog.record(connection, "run.interrupted", count + " unfinished");
    }
  }

  public Optional<Run> find(long run) {
    return database.read(c -> find(c, run));
  }

  private static Optional<Run> find(Connection connection, long run) throws SQLException {
    return Sql.first(connection, Runs::row, "SELECT * FROM run WHERE id = ?", run);
  }

  /** All runs, oldest first. */
  public List<Run> all() {
    return database.read(c -> Sql.query(c, Runs::row, "SELECT * FROM run ORDER BY id"));
  }

  /** All points of a run, by series and step. */
  public List<MetricPoint> metrics(long run) {
    return database.read(
        c ->
            Sql.query(
                c,
                Runs::point,
                "SELECT * FROM run_metric WHERE run_id = ? ORDER BY series, step",
                run));
  }

  private static MetricPoint point(ResultSet row) throws SQLException {
    String series = row.getString("series");
    long step = row.getLong("step");
    double value = row.getDouble("value");
    return new MetricPoint(series, step, row.wasNull() ? Double.NaN : value);
  }

  private static Run row(ResultSet row) throws SQLException {
    String provenance = row.getString("provenance");
    return new Run(
        row.getLong("id"),
        RunState.valueOf(row.getString("state")),
        row.getString("settings"),
        row.getString("device"),
        Rows.instant(row, "started"),
        Rows.instantOrNull(row, "finished"),
        row.getString("metrics"),
        Rows.artifactOrNull(row, "weights"),
        provenance == null ? null : ProvenanceJson.read(provenance));
  }
}
