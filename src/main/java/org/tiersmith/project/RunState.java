package org.tiersmith.project;

/** The life of a training run. */
public enum RunState {
  /** Waits for its turn. */
  QUEUED,
  RUNNING,
  /** Stopped by a person, to go on later from its checkpoint. */
  PAUSED,
  DONE,
  CANCELLED,
  FAILED,
  /** Its process ended before it did; weights and checkpoint that it had kept are still there. */
  INTERRUPTED
}
