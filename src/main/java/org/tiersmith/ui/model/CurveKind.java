package org.tiersmith.ui.model;

/** What of a run's learning a curve shows. */
enum CurveKind {
  LOSS("train.loss", "validation.loss"),
  AUC("", "validation.auc"),
  RATE("learning-rate", ""),
  SPEED("speed", "");

  private final String steps;
  private final String validation;

  CurveKind(String steps, String validation) {
    this.steps = steps;
    this.validation = validation;
  }

  /** The series with a value a step or every few steps; empty for none. */
  String steps() {
    return steps;
  }

  /** The series with a value a validation; empty for none. */
  String validation() {
    return validation;
  }
}
