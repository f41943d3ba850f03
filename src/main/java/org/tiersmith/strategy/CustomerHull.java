package org.tiersmith.strategy;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * The hull of (discount cost, incremental profit) over all that a customer may be given when only
 * so many products may have a discount. Scratch space, used for customer after customer.
 *
 * <p>At a price of money the best gift is that of the products that are worth most at it, each at
 * its own best tier. Corners are found from both ends: the price at which two neighbours found so
 * far are worth the same either shows a gift that is worth more, a new corner between them, or
 * proves that there is none. Each step from corner to corner may raise some products' tiers and
 * take others' away.
 *
 * <p>Method: Eisner and Severance, "Mathematical techniques for efficient record segmentation in
 * large shared databases", Journal of the ACM 23 (1976).
 */
final class CustomerHull {
  /** Share of its value by which rounding alone may better a gift. */
  private static final double ROUNDING = 1e-13;

  private final HullSource source;
  private final PairOptions options;
  private final int most;
  private int count;
  private int[] pair = new int[16];

  /** Where each product's corners end in the columns below. */
  private int[] end = new int[16];

  private byte[] tier = new byte[64];
  private double[] cost = new double[64];
  private double[] profit = new double[64];

  /** What a customer is given: a corner's place per product, -1 for none, and what that brings. */
  private record Gift(int[] corner, double cost, double profit) {

    boolean between(Gift less, Gift more) {
      return cost > less.cost && cost < more.cost && profit > less.profit && profit <= more.profit;
    }
  }

  /**
   * @param most how many products may have a discount, at least 1
   */
  CustomerHull(HullSource source, int most) {
    this.source = source;
    this.most = most;
    options = new PairOptions(source.economics());
  }

  /** Adds the steps of the customer whose pairs stand from {@code from} to before {@code to}. */
  void add(int[] rows, int from, int to, HullSteps steps) {
    count = 0;
    for (int r = from; r < to; r++) {
      load(rows[r]);
    }
    if (count <= most) {
      for (int j = 0; j < count; j++) {
        int i = pair[j];
        options.load(i, source.limits().cap()[i]);
        options.addHull(source.first(), source.limits().cap()[i], steps);
      }
    } else {
      walk(steps);
    }
  }

  private void load(int i) {
    int cap = source.limits().cap()[i];
    options.load(i, cap);
    int corners = options.hull(source.first(), cap);
    if (corners > 0) {
      int at = start(count);
      makeRoom(at + corners);
      for (int j = 0; j < corners; j++) {
        int t = options.corner(j + 1);
        tier[at + j] = (byte) t;
        cost[at + j] = options.cost(t);
        profit[at + j] = options.profit(t);
      }
      pair[count] = i;
      end[count] = at + corners;
      count++;
    }
  }

  private void makeRoom(int corners) {
    if (count == pair.length) {
      pair = Arrays.copyOf(pair, 2 * count);
      end = Arrays.copyOf(end, 2 * count);
    }
    if (corners > tier.length) {
      tier = Arrays.copyOf(tier, 2 * corners);
      cost = Arrays.copyOf(cost, 2 * corners);
      profit = Arrays.copyOf(profit, 2 * corners);
    }
  }

  private int start(int product) {
    return product == 0 ? 0 : end[product - 1];
  }

  private void walk(HullSteps steps) {
    int[] none = new int[count];
    Arrays.fill(none, -1);
    Gift reached = new Gift(none, 0, 0);
    ArrayDeque<Gift> ahead = new ArrayDeque<>();
    ahead.push(best(0));
    while (!ahead.isEmpty()) {
      Gift next = ahead.element();
      double price = (next.profit - reached.profit) / (next.cost - reached.cost);
      Gift found = price > 0 && price < Double.POSITIVE_INFINITY ? best(price) : next;
      double value = found.profit - price * found.cost;
      double known = next.profit - price * next.cost;
      boolean better = value > known + ROUNDING * (found.profit + price * found.cost);
      if (better && found.between(reached, next)) {
        ahead.push(found);
      } else {
        ahead.pop();
        reached = step(reached, next, steps);
      }
    }
  }

  private Gift step(Gift from, Gift to, HullSteps steps) {
    if (!(to.profit > from.profit && to.cost >= from.cost)) {
      return from;
    }
    for (int j = 0; j < count; j++) {
      if (from.corner[j] != to.corner[j]) {
        steps.move(pair[j], tier(from.corner[j]), tier(to.corner[j]));
      }
    }
    boolean first = from.profit == 0;
    steps.step(to.cost - from.cost, to.profit - from.profit, first);
    return to;
  }

  private int tier(int corner) {
    return corner < 0 ? 0 : tier[corner];
  }

  /** The best gift at a price of money. */
  private Gift best(double price) {
    int[] corner = new int[count];
    double[] worth = new double[count];
    for (int j = 0; j < count; j++) {
      corner[j] = -1;
      for (int c = start(j); c < end[j]; c++) {
        double value = profit[c] - price * cost[c];
        if (value > worth[j]) {
          worth[j] = value;
          corner[j] = c;
        }
      }
    }
    return kept(corner, worth);
  }

  /** Of equally worthy products the earlier ones are kept. */
  private Gift kept(int[] corner, double[] worth) {
    double[] sorted = worth.clone();
    Arrays.sort(sorted);
    double least = sorted[count - most];
    int left = most;
    for (double w : worth) {
      left -= w > least ? 1 : 0;
    }
    double spent = 0;
    double earned = 0;
    for (int j = 0; j < count; j++) {
      if (corner[j] >= 0 && (worth[j] > least || (worth[j] == least && left-- > 0))) {
        spent += cost[corner[j]];
        earned += profit[corner[j]];
      } else {
        corner[j] = -1;
      }
    }
    return new Gift(corner, spent, earned);
  }
}
