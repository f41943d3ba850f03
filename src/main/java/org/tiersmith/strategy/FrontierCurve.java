package org.tiersmith.strategy;

/**
 * The most profit at each discount cost: a concave line through corners, flat after the last.
 *
 * @param cost rising from 0
 * @param profit as many, rising from 0 with a slope that never grows
 */
public record FrontierCurve(double[] cost, double[] profit) {

  public int size() {
    return cost.length;
  }

  /** The cost beyond which nothing more is earned. */
  public double end() {
    return cost[cost.length - 1];
  }

  /**
   * The most profit at a cost, on the line between corners.
   *
   * @param at at least 0; beyond the end the last profit holds
   */
  public double profitAt(double at) {
    int i = last(cost, at);
    if (i == cost.length - 1) {
      return profit[i];
    }
    double share = (at - cost[i]) / (cost[i + 1] - cost[i]);
    return profit[i] + share * (profit[i + 1] - profit[i]);
  }

  /** The last corner that costs no more. */
  int within(double budget) {
    return last(cost, budget);
  }

  /**
   * At most so many of its corners, evenly spaced by cost where corners allow, both ends among
   * them: a chart's line that lies nowhere above the curve.
   *
   * @param points at least 2
   */
  FrontierCurve decimated(int points) {
    int[] kept = new int[Math.min(points, size())];
    int count = 0;
    for (int j = 0; j < kept.length; j++) {
      int corner = j == kept.length - 1 ? size() - 1 : last(cost, end() * j / (kept.length - 1));
      if (count == 0 || corner > kept[count - 1]) {
        kept[count++] = corner;
      }
    }
    double[] x = new double[count];
    double[] y = new double[count];
    for (int j = 0; j < count; j++) {
      x[j] = cost[kept[j]];
      y[j] = profit[kept[j]];
    }
    return new FrontierCurve(x, y);
  }

  private static int last(double[] rising, double limit) {
    return last(rising, 0, rising.length, limit);
  }

  /**
   * The last of rising values, from one place to before another, that does not exceed a limit; the
   * first is known not to.
   */
  static int last(double[] rising, int from, int to, double limit) {
    int low = from;
    int high = to;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (rising[middle] <= limit) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
