package org.tiersmith.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.tiersmith.model.Provenance;
import org.tiersmith.project.ArtifactId;
import org.tiersmith.project.MetricPoint;
import org.tiersmith.project.ProjectFile;
import org.tiersmith.training.RunListener;

/** Puts what a run tells into the project while it tells it. */
final class RunRecorder implements RunListener {
  /** Time between two states that are kept: a crash costs so much at most. */
  private static final long CHECKPOINT_NANOS = 60_000_000_000L;

  /** Points are written together, so that a quick run does not wait for the disk. */
  private static final long FLUSH_NANOS = 250_000_000L;

  private final ProjectFile project;
  private final ProjectEvents events;
  private final long run;
  private final Provenance provenance;
  private final BooleanSupplier pauseWanted;
  private final List<MetricPoint> waiting = new ArrayList<>();
  private long flushed = System.nanoTime();
  private boolean checkpointed;
  private long kept = System.nanoTime();

  RunRecorder(
      ProjectFile project,
      ProjectEvents events,
      long run,
      Provenance provenance,
      BooleanSupplier pauseWanted) {
    this.project = project;
    this.events = events;
    this.run = run;
    this.provenance = provenance;
    this.pauseWanted = pauseWanted;
  }

  @Override
  public void started(long step) {
    project.runs().forgetPoints(run, step);
  }

  @Override
  public void point(String series, long step, double value) {
    waiting.add(new MetricPoint(series, step, value));
    if (System.nanoTime() - flushed > FLUSH_NANOS) {
      flush();
    }
  }

  /** Writes what waits. */
  void flush() {
    project.runs().append(run, waiting);
    waiting.clear();
    flushed = System.nanoTime();
    events.publish(ProjectChange.RUN_POINT);
  }

  @Override
  public void kept(Path weights, int epoch, double validationLoss) {
    flush();
    project.runs().keepWeights(run, store(weights, "weights.safetensors"));
  }

  @Override
  public boolean checkpointDue(long step) {
    // The first at once: what came before the first step took a while.
    return !checkpointed || System.nanoTime() - kept > CHECKPOINT_NANOS;
  }

  @Override
  public void checkpoint(Path state, long step) {
    // Points up to the step must be there before the state that says so.
    flush();
    project.runs().keepCheckpoint(run, store(state, "state.safetensors"));
    checkpointed = true;
    kept = System.nanoTime();
  }

  @Override
  public boolean pauseWanted() {
    return pauseWanted.getAsBoolean();
  }

  private ArtifactId store(Path file, String kind) {
    return project.artifacts().put(file, kind, provenance).id();
  }
}
