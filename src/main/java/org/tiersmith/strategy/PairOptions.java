package org.tiersmith.strategy;

/** One pair's tiers weighed against each other; scratch space that is loaded pair after pair. */
final class PairOptions {
  private final Economics economics;
  private final double[] rates;
  private final double[] cost;
  private final double[] profit;
  private final int[] hull;
  private int pair;

  PairOptions(Economics economics, double[] rates) {
    this.economics = economics;
    this.rates = rates;
    cost = new double[rates.length];
    profit = new double[rates.length];
    hull = new int[rates.length];
  }

  void load(int pair) {
    this.pair = pair;
    for (int t = 1; t < rates.length; t++) {
      double uplift = economics.uplift(pair, rates[t]);
      cost[t] = economics.discountCost(pair, rates[t], uplift);
      profit[t] = economics.incrementalProfit(pair, rates[t], uplift);
    }
  }

  /** The tier of the highest profit up to a highest tier; of equal ones the lowest; 0 for NaN. */
  int best(int highest) {
    int best = 0;
    for (int t = 1; t <= highest; t++) {
      if (profit[t] > profit[best]) {
        best = t;
      }
    }
    return best;
  }

  /**
   * Adds the steps of the upper convex hull of (cost, profit) over the tiers up to a highest one,
   * as far as profit rises. Cost rises with the tier, so one pass with a stack finds it.
   */
  void addHull(int highest, HullSteps steps) {
    int top = 0;
    for (int t = 1; t <= highest; t++) {
      if (profit[t] > profit[hull[top]]) {
        while (top > 0 && below(hull[top - 1], hull[top], t)) {
          top--;
        }
        hull[++top] = t;
      }
    }
    for (int j = 1; j <= top; j++) {
      int from = hull[j - 1];
      int to = hull[j];
      steps.add(pair, to, cost[to] - cost[from], profit[to] - profit[from]);
    }
  }

  /** Whether tier b lies on or below the line from a to c. */
  private boolean below(int a, int b, int c) {
    return (profit[b] - profit[a]) * (cost[c] - cost[b])
        <= (profit[c] - profit[b]) * (cost[b] - cost[a]);
  }
}
