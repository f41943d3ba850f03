package org.tiersmith.task;

/** The life of a job. */
public enum JobState {
  WAITING,
  RUNNING,
  DONE,
  FAILED,
  CANCELLED;

  public boolean isEnded() {
    return this != WAITING && this != RUNNING;
  }
}
