package org.tiersmith.service;

/** What changed in an open project; a screen refreshes what it shows of it. */
public enum ProjectChange {
  DATA_IMPORTED,
  PORTRAITS_BUILT,
  RUN_STARTED,
  RUN_POINT,
  RUN_ENDED,
  PAIRS_SCORED,
  SEGMENTATION_CHANGED,
  TEXTS_CHANGED,
  SEASONS_CHANGED,
  SCENARIOS_CHANGED,
  PLANS_CHANGED
}
