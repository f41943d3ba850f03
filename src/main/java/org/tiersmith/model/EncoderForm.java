package org.tiersmith.model;

/** How customer and product text meet in the model. */
public enum EncoderForm {
  /** Both texts in one sequence; most exact. */
  CROSS,
  /** Each text encoded apart, then combined; millions of pairs from thousands of encodings. */
  TWO_TOWER
}
