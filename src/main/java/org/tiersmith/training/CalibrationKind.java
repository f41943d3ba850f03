package org.tiersmith.training;

/** How probabilities are corrected by the validation examples. */
public enum CalibrationKind {
  /** A line through the logits: three numbers, steady with few examples. */
  PLATT,
  /** Any rising curve: follows bends, needs some thousand examples. */
  ISOTONIC
}
