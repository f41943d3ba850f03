package org.tiersmith.training;

import java.nio.file.Path;

/** Hears how a run goes, on the training thread, while it goes. */
public interface RunListener {

  /**
   * A point of a series.
   *
   * @param series {@code train.loss}, {@code validation.loss} or {@code validation.auc}
   * @param step optimiser steps done
   */
  void point(String series, long step, double value);

  /**
   * Weights better than all before were written. The file is complete and stays until the next
   * call; a listener that wants to keep it copies it now.
   */
  void kept(Path weights, int epoch, double validationLoss);

  /** A listener that does nothing. */
  static RunListener none() {
    return new RunListener() {
      @Override
      public void point(String series, long step, double value) {}

      @Override
      public void kept(Path weights, int epoch, double validationLoss) {}
    };
  }
}
