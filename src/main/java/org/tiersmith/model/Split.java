package org.tiersmith.model;

/** What an example is used for. Coded by ordinal in bulk arrays. */
public enum Split {
  TRAIN,
  VALIDATION,
  TEST
}
