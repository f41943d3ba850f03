package org.tiersmith.training;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Examples with one base hazard in common.
 *
 * @param rows how many
 * @param sumZ of their raw logits
 * @param passed how many did not buy
 * @param offsets the discount's part of the hazard of each that bought
 * @param hazard the base hazard of the greatest likelihood: 0 where none bought, infinite where all
 *     did
 */
record HazardPool(long rows, double sumZ, long passed, double[] offsets, double hazard) {
  private static final int MOST_STEPS = 60;

  /** Nothing above is distinguishable from a sure purchase. */
  private static final double HIGHEST = 40;

  static HazardPool of(Answers answers, int[] order, int from, int to, double sensitivity) {
    double sum = 0;
    double[] offsets = new double[to - from];
    int bought = 0;
    for (int at = from; at < to; at++) {
      int i = order[at];
      sum += answers.z()[i];
      if (answers.bought()[i]) {
        offsets[bought++] = sensitivity * answers.k()[i] * answers.discount()[i];
      }
    }
    return of(to - from, sum, Arrays.copyOf(offsets, bought));
  }

  private static HazardPool of(long rows, double sumZ, double[] offsets) {
    long passed = rows - offsets.length;
    return new HazardPool(rows, sumZ, passed, offsets, best(passed, offsets));
  }

  /** Both pools' examples. */
  HazardPool with(HazardPool other) {
    double[] both =
        DoubleStream.concat(DoubleStream.of(offsets), DoubleStream.of(other.offsets)).toArray();
    return of(rows + other.rows, sumZ + other.sumZ, both);
  }

  double meanZ() {
    return sumZ / rows;
  }

  /**
   * Where the sum of 1 / (exp(h + offset) - 1) over the buyers meets the number of the others.
   * Newton's method on a falling convex function, started left of the root, never oversteps it.
   */
  private static double best(long passed, double[] offsets) {
    if (offsets.length == 0) {
      return 0;
    }
    if (passed == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double h = start(passed, offsets);
    for (int step = 0; step < MOST_STEPS && h < HIGHEST; step++) {
      double excess = -passed;
      double fall = 0;
      for (double offset : offsets) {
        double odds = 1 / Math.expm1(h + offset);
        excess += odds;
        fall += odds * (1 + odds);
      }
      double move = excess / fall;
      if (h + move <= 0) {
        return 0;
      }
      h += move;
      if (Math.abs(move) <= 1e-13 * h) {
        break;
      }
    }
    return Math.min(h, HIGHEST);
  }

  /**
   * Left of the root: the hazard if each buyer had the largest offset, or if those with the
   * smallest had bought alone; barely above 0 at least.
   */
  private static double start(long passed, double[] offsets) {
    double largest = DoubleStream.of(offsets).max().orElse(0);
    double smallest = DoubleStream.of(offsets).min().orElse(0);
    long few = DoubleStream.of(offsets).filter(offset -> offset == smallest).count();
    double all = Math.log1p((double) offsets.length / passed) - largest;
    double some = Math.log1p((double) few / passed) - smallest;
    return Math.max(1e-12, Math.max(all, some));
  }
}
