package org.tiersmith.project;

/** The life of a training run. */
public enum RunState {
  RUNNING,
  DONE,
  CANCELLED,
  FAILED,
  /** Its process ended before it did; weights that it had kept are still there. */
  INTERRUPTED
}
