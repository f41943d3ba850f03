package org.tiersmith.training;

/**
 * Learning rate as a share of its peak: it climbs in a straight line, then falls.
 *
 * @param steps of the whole run
 * @param warmup share of the steps in which it climbs
 * @param decay how it falls
 */
record Schedule(long steps, double warmup, RateDecay decay) {
  /** The share for a step, counted from 0, in [0, 1]. */
  double share(long step) {
    double climb = Math.max(1, warmup * steps);
    if (step < climb) {
      return (step + 1) / (climb + 1);
    }
    double left = Math.max(0, (steps - step) / (steps - climb + 1));
    return switch (decay) {
      case LINEAR -> left;
      case COSINE -> (1 - Math.cos(Math.PI * left)) / 2;
    };
  }
}
