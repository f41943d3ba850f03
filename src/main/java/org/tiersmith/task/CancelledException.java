package org.tiersmith.task;

/** Thrown by a job at a safe point after somebody asked it to stop; what it had kept stays kept. */
public final class CancelledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CancelledException() {
    super("cancelled");
  }
}
