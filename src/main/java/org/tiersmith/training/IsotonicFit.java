package org.tiersmith.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Maximum likelihood of a base hazard that rises with the raw logit, the discount's part being a
 * known offset: pool adjacent violators for a separable concave likelihood (Best, Chakravarti and
 * Ubhaya 2000). Each pool's common hazard h maximises the sum of y ln(1 - exp(-(h + s k d))) - (1 -
 * y) (h + s k d) over its examples.
 *
 * <p>A knot lies at the mean raw logit of each pool, so the curve between is a polyline that keeps
 * the order. Of more examples than {@link #MOST_BLOCKS}, neighbours start out pooled in blocks of
 * equal size: finer steps would be noise.
 */
final class IsotonicFit {
  static final int MOST_BLOCKS = 1000;

  /** Share of the line's slope with which the curve leaves the outer knots: order stays strict. */
  private static final double TAIL = 0.1;

  private final Answers answers;
  private final double sensitivity;

  private IsotonicFit(Answers answers, double sensitivity) {
    this.answers = answers;
    this.sensitivity = sensitivity;
  }

  /**
   * The best rising curve.
   *
   * @param answers at least one
   * @param line gives the discount's part, and the slope beyond the curve's ends
   */
  static Calibration of(Answers answers, PlattCalibration line) {
    return new IsotonicFit(answers, line.sensitivity()).fit(line.slope() * TAIL);
  }

  private Calibration fit(double tail) {
    List<HazardPool> pools = pooled(blocks());
    double[] at = new double[pools.size()];
    double[] logits = new double[pools.size()];
    for (int i = 0; i < at.length; i++) {
      at[i] = (float) pools.get(i).meanZ();
      logits[i] = (float) logit(bounded(pools, i));
    }
    return new IsotonicCalibration(at, logits, tail, sensitivity);
  }

  /** Examples in order of z, those of equal z together, in at most {@link #MOST_BLOCKS} blocks. */
  private List<HazardPool> blocks() {
    int[] order =
        IntStream.range(0, answers.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> answers.z()[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int size = (order.length + MOST_BLOCKS - 1) / MOST_BLOCKS;
    List<HazardPool> blocks = new ArrayList<>();
    for (int from = 0, to; from < order.length; from = to) {
      to = Math.min(order.length, from + size);
      while (to < order.length && answers.z()[order[to]] == answers.z()[order[to - 1]]) {
        to++;
      }
      blocks.add(HazardPool.of(answers, order, from, to, sensitivity));
    }
    return blocks;
  }

  private static List<HazardPool> pooled(List<HazardPool> blocks) {
    List<HazardPool> pools = new ArrayList<>();
    for (HazardPool block : blocks) {
      HazardPool last = block;
      while (!pools.isEmpty() && pools.getLast().hazard() >= last.hazard()) {
        last = pools.removeLast().with(last);
      }
      pools.add(last);
    }
    return pools;
  }

  /** A pool's p0; where all bought or none, as if half an example more had gone the other way. */
  private static double bounded(List<HazardPool> pools, int i) {
    HazardPool pool = pools.get(i);
    double least = 0.5 / (pool.rows() + 1);
    double p0 = -Math.expm1(-pool.hazard());
    if (p0 < least && i == 0) {
      return pools.size() == 1 ? least : Math.min(least, -Math.expm1(-pools.get(1).hazard()) / 2);
    }
    if (p0 > 1 - least && i == pools.size() - 1) {
      double below = i == 0 ? 0 : -Math.expm1(-pools.get(i - 1).hazard());
      return Math.max(1 - least, (1 + below) / 2);
    }
    return p0;
  }

  private static double logit(double p) {
    return Math.log(p) - Math.log1p(-p);
  }
}
