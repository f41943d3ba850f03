package org.tiersmith.response;

/** Which response curve a scenario reckons with. */
public enum ResponseKind {
  /** Additive hazard with the sensitivity k that the model has learned for each pair. */
  LEARNED,
  /** Additive hazard with one sensitivity per segment, fitted on exposures. */
  HAZARD,
  /** Logit with one slope per segment, fitted on exposures. */
  LOGIT,
  /** Nondecreasing gains of hazard per tier and segment, fitted on exposures. */
  ISOTONIC
}
