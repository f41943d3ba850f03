package org.tiersmith.training;

import java.nio.file.Path;

/** Hears how a run goes, on the training thread, while it goes. */
public interface RunListener {
  /** The series of how many steps the whole run has, by the plan of the epoch that begins. */
  String STEPS = "steps";

  /**
   * Steps begin now.
   *
   * @param step the step after which a run goes on; 0 for one that begins
   */
  default void started(long step) {}

  /**
   * A point of a series.
   *
   * @param series {@code train.loss}, {@code learning-rate}, {@code speed} (examples a second),
   *     {@code validation.loss}, {@code validation.auc} or {@value #STEPS}
   * @param step optimiser steps done
   */
  default void point(String series, long step, double value) {}

  /**
   * Weights better than all before were written. The file is complete and stays until the next
   * call; a listener that wants to keep it copies it now.
   */
  default void kept(Path weights, int epoch, double validationLoss) {}

  /** Whether the run should write its state after this step; asked after each. */
  default boolean checkpointDue(long step) {
    return false;
  }

  /**
   * The run's state was written, to go on from later. The file is complete and stays until the next
   * call.
   */
  default void checkpoint(Path state, long step) {}

  /** Whether the run should keep its state and stop. */
  default boolean pauseWanted() {
    return false;
  }

  /** A listener that does nothing. */
  static RunListener none() {
    return new RunListener() {};
  }
}
