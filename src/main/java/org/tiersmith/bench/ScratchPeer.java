package org.tiersmith.bench;

import java.util.Arrays;
import org.tiersmith.strategy.Economics;
import org.tiersmith.strategy.Portfolio;
import org.tiersmith.strategy.Scenario;

/**
 * The best plan of one budget, found from scratch: each pair's hull, all steps sorted, and a walk
 * until the money is spent. Knows no guardrail but that nothing is sold below cost.
 */
final class ScratchPeer {
  private final Portfolio portfolio;
  private final Economics economics;
  private final double[] rates;
  private double[] cost = new double[1 << 16];
  private double[] profit = new double[1 << 16];
  private int steps;

  ScratchPeer(Portfolio portfolio, Scenario scenario) {
    this.portfolio = portfolio;
    economics = new Economics(portfolio, scenario);
    rates = scenario.tiers().toArray();
  }

  /** What the plan earns. */
  double profit(double budget) {
    steps = 0;
    for (int i = 0; i < portfolio.size(); i++) {
      addHull(i);
    }
    double left = budget;
    double earned = 0;
    for (long key : sorted()) {
      int step = (int) key;
      if (cost[step] > left) {
        break;
      }
      left -= cost[step];
      earned += profit[step];
    }
    return earned;
  }

  /** Steps of equal ratio keep their order, and so do those of a pair. */
  private long[] sorted() {
    long[] keys = new long[steps];
    for (int j = 0; j < steps; j++) {
      int ratio = Float.floatToRawIntBits((float) (profit[j] / cost[j]));
      keys[j] = (long) (Integer.MAX_VALUE - ratio) << Integer.SIZE | j;
    }
    Arrays.parallelSort(keys);
    return keys;
  }

  /** From each corner to the higher tier that earns most for its cost, while any earns more. */
  private void addHull(int pair) {
    double price = portfolio.listPrice()[pair];
    double[] spent = new double[rates.length];
    double[] earned = new double[rates.length];
    int top = 0;
    while (top + 1 < rates.length
        && price * (1 - rates[top + 1]) >= portfolio.unitCost()[pair] * (1 - 1e-12)) {
      top++;
      spent[top] = economics.probability(pair, top) * price * rates[top];
      earned[top] = economics.incrementalProfit(pair, top);
    }
    int from = 0;
    int to = next(spent, earned, from, top);
    while (to > from) {
      add(spent[to] - spent[from], earned[to] - earned[from]);
      from = to;
      to = next(spent, earned, from, top);
    }
  }

  private static int next(double[] spent, double[] earned, int from, int top) {
    int best = from;
    double most = 0;
    for (int t = from + 1; t <= top; t++) {
      double ratio = (earned[t] - earned[from]) / (spent[t] - spent[from]);
      if (ratio > most) {
        most = ratio;
        best = t;
      }
    }
    return best;
  }

  private void add(double moreCost, double moreProfit) {
    if (steps == cost.length) {
      cost = Arrays.copyOf(cost, 2 * steps);
      profit = Arrays.copyOf(profit, 2 * steps);
    }
    cost[steps] = moreCost;
    profit[steps++] = moreProfit;
  }
}
