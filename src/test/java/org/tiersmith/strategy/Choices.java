package org.tiersmith.strategy;

import java.util.ArrayList;
import java.util.List;

/** Every allowed tier of every pair with its exact cost and profit: for brute force and duals. */
record Choices(List<List<double[]>> byPair) {
  private static final int COST = 0;
  private static final int PROFIT = 1;

  static Choices of(Portfolio portfolio, Scenario scenario) {
    List<List<double[]>> byPair = new ArrayList<>();
    for (int i = 0; i < portfolio.size(); i++) {
      List<double[]> tiers = new ArrayList<>();
      for (int t = 0; t < scenario.tiers().size(); t++) {
        if (Exact.allowed(portfolio, scenario, i, t)) {
          double rate = scenario.tiers().toArray()[t];
          tiers.add(
              new double[] {
                Exact.discountCost(portfolio, i, rate).doubleValue(),
                Exact.incrementalProfit(portfolio, i, rate)
              });
        }
      }
      byPair.add(tiers);
    }
    return new Choices(byPair);
  }

  /**
   * The highest profit within a budget, by trying everything; with a hair of room, for the engine's
   * sums round otherwise than these.
   */
  double best(double budget) {
    return best(0, budget * (1 + 1e-12));
  }

  private double best(int pair, double left) {
    if (pair == byPair.size()) {
      return 0;
    }
    double best = Double.NEGATIVE_INFINITY;
    for (double[] tier : byPair.get(pair)) {
      if (tier[COST] <= left) {
        best = Math.max(best, tier[PROFIT] + best(pair + 1, left - tier[COST]));
      }
    }
    return best;
  }

  double mostOfOnePair() {
    return byPair.stream()
        .mapToDouble(tiers -> tiers.stream().mapToDouble(t -> t[PROFIT]).max().orElse(0))
        .max()
        .orElse(0);
  }

  /** {@code l B + sum of max over tiers of (profit - l cost)}. */
  double dual(double price, double budget) {
    double sum = price * budget;
    for (List<double[]> tiers : byPair) {
      sum += tiers.stream().mapToDouble(t -> t[PROFIT] - price * t[COST]).max().orElse(0);
    }
    return sum;
  }
}
