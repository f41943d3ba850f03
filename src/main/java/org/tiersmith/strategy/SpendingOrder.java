package org.tiersmith.strategy;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Steps in the order in which money is best spent, with running totals: the best plan of all for
 * what it spends is always the first so many of them.
 */
final class SpendingOrder {
  /** How many steps after the first that does not fit are tried with the money left. */
  static final int WINDOW = 1024;

  private static final int[] NONE = {};
  private static final int SHIFT = 6;
  private static final int STRIDE = 1 << SHIFT;

  private final double[] cost;
  private final double[] profit;
  private final SortedSteps steps;
  private final int[] customer;

  /** Every 64th running cost: a search begins here, where it meets fewer cache lines. */
  private final double[] coarse;

  /** The least cost of a step among every 64: what money left cannot pay for is skipped by it. */
  private final double[] least;

  /**
   * @param steps used up: its costs and profits become running totals
   * @param customer per pair; the owner of steps that make several moves
   */
  SpendingOrder(SortedSteps steps, int[] customer, BooleanSupplier cancelled) {
    this.steps = steps;
    this.customer = customer;
    cost = accumulated(steps.cost(), cancelled);
    profit = accumulated(steps.profit(), cancelled);
    coarse = new double[(size() >> SHIFT) + 1];
    least = new double[coarse.length];
    Arrays.setAll(coarse, b -> cost[b << SHIFT]);
    Arrays.setAll(least, this::least);
  }

  private double least(int block) {
    double least = Double.POSITIVE_INFINITY;
    int end = Math.min(size(), (block + 1) << SHIFT);
    for (int i = block << SHIFT; i < end; i++) {
      least = Math.min(least, cost[i + 1] - cost[i]);
    }
    return least;
  }

  /** Sums each block by itself, then adds what came before: exact to some 1e-13. */
  private static double[] accumulated(double[] values, BooleanSupplier cancelled) {
    List<Double> sums =
        Blocks.map(values.length, cancelled, (from, to) -> run(values, 0, from, to));
    double[] before = new double[sums.size() + 1];
    for (int b = 0; b < sums.size(); b++) {
      before[b + 1] = before[b] + sums.get(b);
    }
    Blocks.map(
        values.length,
        cancelled,
        (from, to) -> {
          double base = before[from / Blocks.ROWS];
          for (int i = from; i < to; i++) {
            values[i] += base;
          }
          return to;
        });
    return values;
  }

  private static double run(double[] values, double sum, int from, int to) {
    double running = sum;
    for (int i = from; i < to; i++) {
      running += values[i];
      values[i] = running;
    }
    return running;
  }

  int size() {
    return cost.length - 1;
  }

  /** What the first so many steps cost. */
  double cost(int count) {
    return cost[count];
  }

  /** What the first so many steps earn. */
  double profit(int count) {
    return profit[count];
  }

  FrontierCurve curve() {
    return new FrontierCurve(cost, profit);
  }

  /** Profit per cost of a step, computed anew: totals have no digits left for a small step. */
  double ratio(int step, Economics economics) {
    double moreCost = 0;
    double moreProfit = 0;
    int end = steps.firstMove(step + 1);
    for (int move = steps.firstMove(step); move < end; move++) {
      int pair = steps.pair()[move];
      int from = steps.from()[move];
      int to = steps.to()[move];
      double less = economics.uplift(pair, from);
      double more = economics.uplift(pair, to);
      moreCost += economics.discountCost(pair, to, more) - economics.discountCost(pair, from, less);
      moreProfit +=
          economics.incrementalProfit(pair, to, more)
              - economics.incrementalProfit(pair, from, less);
    }
    return moreProfit / moreCost;
  }

  /** The size of its columns. */
  long bytes() {
    long totals = (long) Double.BYTES * (cost.length + profit.length + 2 * coarse.length);
    long moves = (long) (Integer.BYTES + 2) * steps.pair().length;
    return totals + moves + (long) Integer.BYTES * steps.start().length;
  }

  SortedSteps steps() {
    return steps;
  }

  /** The most of the first steps that a budget pays for. */
  int within(double budget) {
    int block = FrontierCurve.last(coarse, 0, coarse.length, budget);
    int from = block << SHIFT;
    return FrontierCurve.last(cost, from, Math.min(cost.length, from + STRIDE), budget);
  }

  /**
   * The steps beyond the first {@code count} that the money left still pays for, in order. The
   * owner of a step that it does not pay for gets no further ones.
   */
  int[] fill(int count, double left) {
    int end = Math.min(size(), count + WINDOW);
    int[] taken = NONE;
    double rest = left;
    for (int i = count; i < end; i++) {
      if ((i & STRIDE - 1) == 0 && least[i >> SHIFT] > rest) {
        i += STRIDE - 1;
        continue;
      }
      double price = cost[i + 1] - cost[i];
      if (price <= rest && !passedOver(i, count, taken)) {
        rest -= price;
        taken = Arrays.copyOf(taken, taken.length + 1);
        taken[taken.length - 1] = i;
      }
    }
    return taken;
  }

  /** Whether an earlier step of the owner, from {@code first} on, was not taken. */
  private boolean passedOver(int step, int first, int[] taken) {
    if (single() && steps.from()[step] == 0) {
      return false;
    }
    int owner = owner(step);
    for (int i = first; i < step; i++) {
      if (owner(i) == owner && Arrays.binarySearch(taken, i) < 0) {
        return true;
      }
    }
    return false;
  }

  private int owner(int step) {
    int pair = steps.pair()[steps.firstMove(step)];
    return single() ? pair : customer[pair];
  }

  private boolean single() {
    return steps.start().length == 0;
  }

  /** Makes a step's moves. */
  void apply(int step, byte[] tier) {
    int end = steps.firstMove(step + 1);
    for (int move = steps.firstMove(step); move < end; move++) {
      tier[steps.pair()[move]] = steps.to()[move];
    }
  }
}
