package org.tiersmith.strategy;

/**
 * Adds what the rows of one block bring at a tier to the block's sums and counts; blocks are
 * visited in rising order. The loop over rows is plain and keeps its sums in locals, since it is
 * what building an index and changing a tier's rate wait for.
 */
final class LevelBlock {
  private final SortedRows rows;
  private final TierResponse response;
  private final LevelLayout layout;
  private final byte[] cap;
  private final byte[] bound;
  private final byte[] lifted;
  private final double[] rates;
  private final int top;
  private int segment;

  /**
   * @param limits by position
   */
  LevelBlock(
      SortedRows rows,
      TierResponse response,
      LevelLayout layout,
      RowLimits limits,
      int firstPosition) {
    this.rows = rows;
    this.response = response;
    this.layout = layout;
    cap = limits.cap();
    bound = limits.bound();
    lifted = limits.lifted();
    rates = response.rates();
    top = rates.length - 1;
    segment = rows.size() == 0 ? 0 : rows.segmentOf(firstPosition);
  }

  /** Adds the rows from one position to before another, at every tier. */
  void add(int from, int to, double[] sums, int[] counts) {
    for (int tier = 0; tier <= top; tier++) {
      add(from, to, tier, false, sums, counts);
    }
  }

  /**
   * Adds the rows from one position to before another, at one tier.
   *
   * @param below whether to add those held at the tier below too
   */
  void add(int from, int to, int tier, boolean below, double[] sums, int[] counts) {
    while (from >= rows.start[segment + 1]) {
      segment++;
    }
    // Locals, for the calls in the loop would have the fields read anew for each row.
    final double[] p0 = rows.p0;
    final double[] k = rows.k;
    final double[] price = rows.price;
    final double[] cost = rows.cost;
    final byte[] caps = cap;
    final byte[] lifts = lifted;
    final double rate = rates[tier];
    int at = segment;
    int next = rows.start[at + 1];
    double uplifts = 0;
    double upliftPrices = 0;
    double basePrices = 0;
    double profits = 0;
    int open = 0;
    for (int j = from; j < to; j++) {
      int own = caps[j];
      int free = lifts[j];
      if (own < tier && free < tier && !below) {
        continue;
      }
      while (j >= next) {
        next = rows.start[++at + 1];
      }
      if (own >= tier) {
        open++;
        double base = p0[j] * price[j];
        double uplift = response.uplift(at, tier, p0[j], k[j]);
        double profit = profit(uplift, price[j], cost[j], base, rate);
        uplifts += uplift;
        upliftPrices += uplift * price[j];
        basePrices += base;
        profits += profit;
        if (own == tier && tier < top) {
          hold(j, tier, uplift, base, profit, sums, counts);
        }
      } else {
        if (free >= tier) {
          lift(j, at, tier, sums);
        }
        if (below && own == tier - 1) {
          hold(j, at, tier - 1, sums, counts);
        } else if (below && free == tier - 1) {
          lift(j, at, tier - 1, sums);
        }
      }
    }
    counts[layout.countOpen(tier)] += open;
    if (tier > 0) {
      add(layout.open(tier), uplifts, upliftPrices, basePrices, profits, sums);
    }
  }

  /** Unknown profits are left out; where any is, no profit is answered. */
  static double profit(double uplift, double price, double cost, double base, double rate) {
    return Double.isNaN(cost) ? 0 : uplift * (price * (1 - rate) - cost) - base * rate;
  }

  private void hold(int j, int at, int tier, double[] sums, int[] counts) {
    double base = rows.p0[j] * rows.price[j];
    double uplift = response.uplift(at, tier, rows.p0[j], rows.k[j]);
    double profit = profit(uplift, rows.price[j], rows.cost[j], base, rates[tier]);
    hold(j, tier, uplift, base, profit, sums, counts);
  }

  private void hold(
      int j, int tier, double uplift, double base, double profit, double[] sums, int[] counts) {
    int by = layout.place(bound[j]);
    counts[layout.countHeld(tier)]++;
    counts[layout.countBound(by, tier)]++;
    if (tier > 0) {
      add(layout.held(tier), uplift, uplift * rows.price[j], base, profit, sums);
      if (lifted[j] > tier) {
        sums[layout.moved(by, tier)] -= profit;
      }
    }
  }

  private void lift(int j, int at, int tier, double[] sums) {
    double base = rows.p0[j] * rows.price[j];
    double uplift = response.uplift(at, tier, rows.p0[j], rows.k[j]);
    double profit = profit(uplift, rows.price[j], rows.cost[j], base, rates[tier]);
    int by = layout.place(bound[j]);
    sums[layout.lifted(by, tier)] += profit;
    if (lifted[j] == tier) {
      sums[layout.moved(by, tier)] += profit;
    }
  }

  private static void add(
      int at, double uplift, double upliftPrice, double base, double profit, double[] sums) {
    sums[at + LevelLayout.UPLIFT] += uplift;
    sums[at + LevelLayout.UPLIFT_PRICE] += upliftPrice;
    sums[at + LevelLayout.BASE_PRICE] += base;
    sums[at + LevelLayout.PROFIT] += profit;
  }
}
