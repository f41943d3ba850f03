package org.tiersmith.training;

/** Thrown by a run that a person has paused, after it kept the state from which it can go on. */
public final class PausedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  PausedException() {
    super("paused");
  }
}
