package org.tiersmith.strategy;

/** One pair's tiers weighed against each other; scratch space that is loaded pair after pair. */
final class PairOptions {
  private final Economics economics;
  private final int tiers;
  private final double[] cost;
  private final double[] profit;
  private final int[] hull;
  private int pair;

  PairOptions(Economics economics) {
    this.economics = economics;
    tiers = economics.rates().length;
    cost = new double[tiers];
    profit = new double[tiers];
    hull = new int[tiers];
  }

  void load(int pair) {
    load(pair, tiers - 1);
  }

  /** Loads no more than the tiers up to a highest one. */
  void load(int pair, int highest) {
    this.pair = pair;
    for (int t = 1; t <= highest; t++) {
      double uplift = economics.uplift(pair, t);
      cost[t] = economics.discountCost(pair, t, uplift);
      profit[t] = economics.incrementalProfit(pair, t, uplift);
    }
  }

  double profit(int tier) {
    return profit[tier];
  }

  /**
   * The tier of the highest profit among none and those from a lowest to a highest one; of equal
   * ones the lowest; none for NaN.
   */
  int best(int lowest, int highest) {
    return best(lowest, highest, 0);
  }

  /** As {@link #best(int, int)}, with each unit of discount cost charged at a price. */
  int best(int lowest, int highest, double price) {
    int best = 0;
    double most = 0;
    for (int t = lowest; t <= highest; t++) {
      double value = profit[t] - price * cost[t];
      if (value > most) {
        best = t;
        most = value;
      }
    }
    return best;
  }

  /**
   * Adds the steps of the upper convex hull of (cost, profit) over none and the tiers from a lowest
   * to a highest one, as far as profit rises. Cost rises with the tier, so one pass with a stack
   * finds it.
   */
  void addHull(int lowest, int highest, HullSteps steps) {
    int top = hull(lowest, highest);
    for (int j = 1; j <= top; j++) {
      int from = hull[j - 1];
      int to = hull[j];
      steps.move(pair, from, to);
      steps.step(cost[to] - cost[from], profit[to] - profit[from], j == 1);
    }
  }

  /**
   * Finds the corners of that hull above none.
   *
   * @return how many; {@link #corner} tells which
   */
  int hull(int lowest, int highest) {
    int top = 0;
    for (int t = lowest; t <= highest; t++) {
      if (profit[t] > profit[hull[top]]) {
        while (top > 0 && below(hull[top - 1], hull[top], t)) {
          top--;
        }
        hull[++top] = t;
      }
    }
    return top;
  }

  /** The tier of the hull's corner, from 1. */
  int corner(int which) {
    return hull[which];
  }

  double cost(int tier) {
    return cost[tier];
  }

  /** Whether tier b lies on or below the line from a to c. */
  private boolean below(int a, int b, int c) {
    return (profit[b] - profit[a]) * (cost[c] - cost[b])
        <= (profit[c] - profit[b]) * (cost[b] - cost[a]);
  }
}
