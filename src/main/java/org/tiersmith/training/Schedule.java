package org.tiersmith.training;

/**
 * Learning rate as a share of its peak: it climbs, then falls, in straight lines.
 *
 * @param steps of the whole run
 * @param warmup share of the steps in which it climbs
 */
record Schedule(long steps, double warmup) {

  /** The share for a step, counted from 0, in (0, 1]. */
  double share(long step) {
    double climb = Math.max(1, warmup * steps);
    return step < climb
        ? (step + 1) / (climb + 1)
        : Math.max(0, (double) (steps - step) / (steps - climb + 1));
  }
}
