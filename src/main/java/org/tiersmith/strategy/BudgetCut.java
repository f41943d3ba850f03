package org.tiersmith.strategy;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Holds a rule to a budget: discounts that earn least for their cost are taken back until the rest
 * is within it. What is left is not the best use of that money, which is the budget policy's
 * business, but every pair that keeps its discount keeps the one that the rule gave.
 */
final class BudgetCut {
  private static final double ROUNDING = 1e-12;
  private static final int CANCEL_MASK = (1 << 16) - 1;

  private final Economics economics;
  private final Decisions decisions;
  private final BooleanSupplier cancelled;

  /**
   * @param decisions changed in place
   */
  BudgetCut(Economics economics, Decisions decisions, BooleanSupplier cancelled) {
    this.economics = economics;
    this.decisions = decisions;
    this.cancelled = cancelled;
  }

  Decisions downTo(double budget) {
    double spent = 0;
    for (int i = 0; i < decisions.size(); i++) {
      spent += cost(i);
    }
    if (exceeds(spent, budget)) {
      cut(budget);
    }
    return decisions;
  }

  /** What a sum may come to under a budget: more than it by no more than the rounding of sums. */
  static double most(double budget) {
    return budget * (1 + ROUNDING);
  }

  /** Whether a sum is more than a budget by more than the rounding of sums. */
  static boolean exceeds(double spent, double budget) {
    return spent > most(budget);
  }

  private double cost(int pair) {
    int tier = decisions.tier()[pair];
    return tier == 0 ? 0 : economics.discountCost(pair, tier, economics.uplift(pair, tier));
  }

  private void cut(double budget) {
    double spent = 0;
    int visited = 0;
    for (long key : byProfitPerCost()) {
      if ((visited++ & CANCEL_MASK) == 0 && cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      int pair = (int) key;
      double cost = cost(pair);
      if (!exceeds(spent + cost, budget)) {
        spent += cost;
      } else {
        int had = decisions.tier()[pair];
        decisions.set(pair, 0, decisions.asked()[pair], BoundBy.BUDGET, had);
      }
    }
  }

  /** Discounted pairs by falling profit per cost; those of unknown profit come last. */
  private long[] byProfitPerCost() {
    long[] keys = new long[decisions.size()];
    int count = 0;
    for (int i = 0; i < keys.length; i++) {
      int tier = decisions.tier()[i];
      if (tier > 0) {
        double ratio = economics.incrementalProfit(i, tier) / cost(i);
        float worth = Double.isNaN(ratio) ? Float.NEGATIVE_INFINITY : (float) ratio;
        keys[count++] = (long) ~sortable(worth) << 32 | i;
      }
    }
    long[] found = Arrays.copyOf(keys, count);
    Arrays.parallelSort(found);
    return found;
  }

  /** Bits that are ordered as the numbers are. */
  private static int sortable(float value) {
    int bits = Float.floatToIntBits(value);
    return bits ^ (bits >> 31 & Integer.MAX_VALUE);
  }
}
