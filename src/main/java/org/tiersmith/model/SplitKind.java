package org.tiersmith.model;

/** How examples are divided into those to learn from, to choose by and to measure by. */
public enum SplitKind {
  /** Test follows validation, validation follows training: as the model will be used. */
  TIME,
  /** Each customer wholly in one part: how well the model knows strangers. */
  CUSTOMER
}
