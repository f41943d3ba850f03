package org.tiersmith.training;

/** How the learning rate falls after its warm-up. */
public enum RateDecay {
  /** In a straight line to nothing. */
  LINEAR,
  /** As half a cosine wave to nothing. */
  COSINE
}
