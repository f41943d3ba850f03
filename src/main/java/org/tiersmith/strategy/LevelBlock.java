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
   * @param heldOnly whether to leave out the sums of what is open, which are then not to be used
   */
  void add(int from, int to, int tier, boolean heldOnly, double[] sums, int[] counts) {
    while (from >= rows.start[segment + 1]) {
      segment++;
    }
    int at = segment;
    double uplifts = 0;
    double upliftPrices = 0;
    double basePrices = 0;
    double profits = 0;
    int open = 0;
    for (int j = from; j < to; j++) {
      boolean isOpen = cap[j] >= tier;
      open += isOpen ? 1 : 0;
      if (isOpen ? heldOnly && cap[j] > tier : lifted[j] < tier) {
        continue;
      }
      while (j >= rows.start[at + 1]) {
        at++;
      }
      double base = rows.p0[j] * rows.price[j];
      double uplift = response.uplift(at, tier, rows.p0[j], rows.k[j]);
      double profit = profit(j, tier, uplift, base);
      if (isOpen) {
        uplifts += uplift;
        upliftPrices += uplift * rows.price[j];
        basePrices += base;
        profits += profit;
        if (cap[j] == tier && tier < top) {
          hold(j, tier, uplift, base, profit, sums, counts);
        }
      } else {
        lift(j, tier, profit, sums);
      }
    }
    counts[layout.countOpen(tier)] += open;
    if (tier > 0) {
      add(layout.open(tier), uplifts, upliftPrices, basePrices, profits, sums);
    }
  }

  /** Unknown profits are left out; where any is, no profit is answered. */
  private double profit(int j, int tier, double uplift, double base) {
    double cost = rows.cost[j];
    return Double.isNaN(cost)
        ? 0
        : uplift * (rows.price[j] * (1 - rates[tier]) - cost) - base * rates[tier];
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

  private void lift(int j, int tier, double profit, double[] sums) {
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
