package org.tiersmith.strategy;

import java.util.BitSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * The multiple-choice knapsack by its linear relaxation: take hull steps by falling profit per
 * cost. Up to the first step that does not fit this is the best plan of all for what it spends; the
 * money left then goes to later steps that still fit, so that no affordable gain is passed over.
 * The ratio of the first step that does not fit is the shadow price, from which the bound follows.
 *
 * <p>Method: Sinha and Zoltners, "The multiple-choice knapsack problem", Operations Research 27
 * (1979).
 */
final class BudgetSolver {
  private static final int CANCEL_MASK = (1 << 16) - 1;

  private final HullSteps steps;
  private final byte[] tier;
  private final BooleanSupplier cancelled;

  /**
   * @param tier per pair, all 0; receives the plan
   */
  BudgetSolver(HullSteps steps, byte[] tier, BooleanSupplier cancelled) {
    this.steps = steps;
    this.tier = tier;
    this.cancelled = cancelled;
  }

  BudgetCertificate solve(double budget) {
    BitSet stopped = new BitSet();
    double spent = 0;
    double profit = 0;
    double shadowPrice = 0;
    int visited = 0;
    for (int step : steps.byProfitPerCost()) {
      checkCancelled(visited++);
      if (stopped.get(steps.pair(step))) {
        continue;
      }
      if (spent + steps.cost(step) <= budget) {
        spent += steps.cost(step);
        profit += steps.profit(step);
        tier[steps.pair(step)] = steps.tier(step);
      } else {
        if (stopped.isEmpty()) {
          shadowPrice = steps.profit(step) / steps.cost(step);
        }
        stopped.set(steps.pair(step));
      }
    }
    return new BudgetCertificate(budget, spent, profit, bound(shadowPrice, budget), shadowPrice);
  }

  /** The dual bound; on a hull, the best tier at price l is reached by all steps that pay at l. */
  private double bound(double shadowPrice, double budget) {
    double bound = shadowPrice * budget;
    for (int step = 0; step < steps.size(); step++) {
      bound += Math.max(0, steps.profit(step) - shadowPrice * steps.cost(step));
    }
    return bound;
  }

  private void checkCancelled(int visited) {
    if ((visited & CANCEL_MASK) == 0 && cancelled.getAsBoolean()) {
      throw new CancellationException();
    }
  }
}
