package org.tiersmith.project;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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
   * Keeps a run that waits for its turn.
   *
   * @param settings JSON
   */
  public Run enqueue(String settings, String device) {
    return database.write(
        c -> {
          long added =
              Sql.insert(
                  c,
                  "INSERT INTO run(state, settings, device, started) VALUES(?, ?, ?, ?)",
                  RunState.QUEUED.name(),
                  settings,
                  device,
                  Rows.now().toString());
          AuditLog.record(c, "run.queued", "run " + added);
          return find(c, added).orElseThrow();
        });
  }

  /** Notes that a run goes on now: one that waited begins, one that had stopped resumes. */
  public Run begin(long run) {
    return database.write(
        c -> {
          Run before = find(c, run).orElseThrow(Runs::none);
          boolean first = before.state() == RunState.QUEUED;
          Sql.update(
              c,
              "UPDATE run SET state = ?, started = ?, finished = NULL WHERE id = ?",
              RunState.RUNNING.name(),
              (first ? Rows.now() : before.started()).toString(),
              run);
          AuditLog.record(c, first ? "run.started" : "run.resumed", "run " + run);
          return find(c, run).orElseThrow();
        });
  }

  /** Forgets the points after a step, for they come again. */
  public void forgetPoints(long run, long afterStep) {
    database.change(
        c -> Sql.update(c, "DELETE FROM run_metric WHERE run_id = ? AND step > ?", run, afterStep));
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

  /**
   * Notes the best weights so far, already in the project; what was noted before goes, and so do
   * vectors that other weights made.
   */
  public void keepWeights(long run, ArtifactId weights) {
    boolean same = find(run).map(Run::weights).filter(weights::equals).isPresent();
    keep(run, "weights", weights, Run::weights);
    if (!same) {
      keep(run, "vectors", null, Run::vectors);
    }
  }

  /** Notes the state from which the run can go on; null once it needs none. */
  public void keepCheckpoint(long run, @Nullable ArtifactId checkpoint) {
    keep(run, "checkpoint", checkpoint, Run::checkpoint);
  }

  /** Notes the run's answers on held-out examples. */
  public void keepEvaluation(long run, ArtifactId evaluation) {
    keep(run, "evaluation", evaluation, Run::evaluation);
  }

  /** Notes vectors of customers and products. */
  public void keepVectors(long run, ArtifactId vectors) {
    keep(run, "vectors", vectors, Run::vectors);
  }

  private void keep(
      long run,
      String column,
      @Nullable ArtifactId artifact,
      Function<Run, @Nullable ArtifactId> of) {
    Optional<ArtifactId> previous =
        database.write(
            c -> {
              Optional<ArtifactId> before = find(c, run).map(of);
              one(
                  Sql.update(
                      c,
                      "UPDATE run SET " + column + " = ? WHERE id = ?",
                      Rows.shaOrNull(artifact),
                      run));
              return before;
            });
    previous.filter(id -> !id.equals(artifact)).ifPresent(artifacts::drop);
  }

  /** Keeps what a person wrote about a run. */
  public void note(long run, String text) {
    database.change(c -> one(Sql.update(c, "UPDATE run SET notes = ? WHERE id = ?", text, run)));
  }

  /**
   * Takes a run away, with its points and all that nothing else refers to.
   *
   * @throws IllegalArgumentException if pairs were scored with it: a score needs its run
   */
  public void remove(long run) {
    Run gone =
        database.write(
            c -> {
              Run found = find(c, run).orElseThrow(Runs::none);
              if (Sql.number(c, "SELECT count(*) FROM score_set WHERE run_id = ?", run) > 0) {
                throw new IllegalArgumentException("pairs were scored with this run");
              }
              UnfinishedRows.drop(c, run);
              Sql.update(c, "DELETE FROM run_metric WHERE run_id = ?", run);
              Sql.update(c, "DELETE FROM run WHERE id = ?", run);
              AuditLog.record(c, "run.removed", "run " + run);
              return found;
            });
    Stream.of(gone.weights(), gone.checkpoint(), gone.evaluation(), gone.vectors())
        .flatMap(Stream::ofNullable)
        .forEach(artifacts::drop);
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
      throw none();
    }
  }

  private static IllegalArgumentException none() {
    return new IllegalArgumentException("no such run");
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

  /**
   * Points of a run, by series and step.
   *
   * @param afterStep only those of later steps; -1 for all
   */
  public List<MetricPoint> metrics(long run, long afterStep) {
    return database.read(
        c ->
            Sql.query(
                c,
                Runs::point,
                "SELECT * FROM run_metric WHERE run_id = ? AND step > ? ORDER BY series, step",
                run,
                afterStep));
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
        provenance == null ? null : ProvenanceJson.read(provenance),
        row.getString("notes"),
        Rows.artifactOrNull(row, "checkpoint"),
        Rows.artifactOrNull(row, "evaluation"),
        Rows.artifactOrNull(row, "vectors"));
  }
}
