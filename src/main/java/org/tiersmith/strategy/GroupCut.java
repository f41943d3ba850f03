package org.tiersmith.strategy;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Holds groups to budgets of their own: walks all steps in their order and closes a group at its
 * first step that its own budget no longer pays for.
 *
 * <p>Why that is best. The most that a group earns is a concave function of what it spends, and
 * stays one when it is cut off at the group's budget. The most that all earn with a budget in all
 * is the best split of it among concave functions, and that takes their pieces by falling slope:
 * the same order as without groups, less the pieces that were cut off. The piece in which a group's
 * budget ends belongs to the bound, up to that point; the plan cannot take part of a step, and
 * spends what is left on the group's next steps that fit, as is done with the budget in all.
 */
final class GroupCut {
  private final SortedSteps steps;
  private final GroupBudgets budgets;
  private final int[] customer;
  private final double[] left;
  private final double[] groupPrice;
  private final int[] tries;
  private final BitSet passedOver = new BitSet();
  private final BitSet kept = new BitSet();
  private double[] cost = new double[1024];
  private double[] profit = new double[1024];
  private double[] ratio = new double[1024];
  private int corners = 1;

  /**
   * @param customer per pair
   */
  GroupCut(SortedSteps steps, GroupBudgets budgets, int[] customer) {
    this.steps = steps;
    this.budgets = budgets;
    this.customer = customer;
    left = budgets.budget().clone();
    groupPrice = new double[left.length];
    tries = new int[left.length];
    Arrays.fill(tries, -1);
    for (int i = 0; i < steps.size(); i++) {
      visit(i);
    }
  }

  private void visit(int step) {
    int pair = steps.pair()[steps.firstMove(step)];
    int group = budgets.group().applyAsInt(pair);
    double price = steps.cost()[step + 1];
    if (group < 0 || (tries[group] < 0 && price <= left[group])) {
      kept.set(step);
      corner(step, price);
      spend(group, price);
    } else if (tries[group] < 0) {
      if (left[group] > 0) {
        corner(step, left[group]);
      }
      groupPrice[group] = steps.profit()[step + 1] / price;
      tries[group] = SpendingOrder.WINDOW;
      passedOver.set(owner(pair));
    } else if (tries[group] > 0) {
      tries[group]--;
      retry(step, group, owner(pair), price);
    }
  }

  private void retry(int step, int group, int owner, double price) {
    if (price <= left[group] && !passedOver.get(owner)) {
      kept.set(step);
      spend(group, price);
    } else {
      passedOver.set(owner);
    }
  }

  private void spend(int group, double price) {
    if (group >= 0) {
      left[group] -= price;
    }
  }

  private int owner(int pair) {
    return steps.start().length == 0 ? pair : customer[pair];
  }

  /** Adds a piece of the bound: so much of a step as money is left for. */
  private void corner(int step, double spent) {
    if (corners == cost.length) {
      cost = Arrays.copyOf(cost, 2 * corners);
      profit = Arrays.copyOf(profit, 2 * corners);
      ratio = Arrays.copyOf(ratio, 2 * corners);
    }
    double price = steps.cost()[step + 1];
    double share = price > 0 ? spent / price : 1;
    ratio[corners - 1] = steps.profit()[step + 1] / price;
    cost[corners] = cost[corners - 1] + spent;
    profit[corners] = profit[corners - 1] + share * steps.profit()[step + 1];
    corners++;
  }

  /** What one more unit of each group's budget earns; 0 where it does not bind. */
  double[] prices() {
    return groupPrice;
  }

  /** The steps that the groups' budgets pay for; takes the given ones' room. */
  SortedSteps kept() {
    return steps.keep(kept);
  }

  /** The most profit at each cost, parts of steps allowed. */
  FrontierCurve bound() {
    return new FrontierCurve(Arrays.copyOf(cost, corners), Arrays.copyOf(profit, corners));
  }

  /** The slope of each piece of {@link #bound}. */
  double[] slopes() {
    return Arrays.copyOf(ratio, corners - 1);
  }
}
