package org.tiersmith.strategy;

/** Adds what one row brings at one tier to a block's sums and counts. */
final class LevelRow {
  private final SortedRows rows;
  private final TierResponse response;
  private final LevelLayout layout;
  private final RowLimits limits;
  private final double[] rates;
  private final int top;
  private int segment;

  /**
   * @param limits by position
   */
  LevelRow(SortedRows rows, TierResponse response, LevelLayout layout, RowLimits limits) {
    this.rows = rows;
    this.response = response;
    this.layout = layout;
    this.limits = limits;
    this.rates = response.rates();
    this.top = rates.length - 1;
  }

  /** Goes to the segment of a position; positions are then visited in rising order. */
  void startAt(int position) {
    segment = segmentOf(rows.start, position);
  }

  private static int segmentOf(int[] start, int position) {
    int low = 0;
    int high = start.length - 2;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (start[middle] <= position) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Adds a row at every tier that it may come to have. */
  void add(int position, double[] sums, int[] counts) {
    int last = Math.max(limits.cap()[position], limits.lifted()[position]);
    for (int tier = 0; tier <= last; tier++) {
      add(position, tier, sums, counts);
    }
  }

  /** Adds a row at one tier, if that matters for it at all. */
  void add(int position, int tier, double[] sums, int[] counts) {
    int cap = limits.cap()[position];
    int lifted = limits.lifted()[position];
    int bound = cap < top ? layout.place(limits.bound()[position]) : -1;
    if (cap >= tier) {
      count(tier, cap == tier, bound, counts);
    }
    if (tier > 0 && tier <= Math.max(cap, lifted)) {
      value(position, tier, cap, lifted, bound, sums);
    }
  }

  /** As {@link #add(int, int, double[], int[])} for a tier above which nothing of it changed. */
  void addHeld(int position, int tier, double[] sums, int[] counts) {
    int cap = limits.cap()[position];
    int lifted = limits.lifted()[position];
    if (cap == tier || (cap < tier && lifted == tier)) {
      add(position, tier, sums, counts);
    } else if (cap > tier) {
      counts[layout.countOpen(tier)]++;
    }
  }

  private void count(int tier, boolean held, int bound, int[] counts) {
    counts[layout.countOpen(tier)]++;
    if (held) {
      counts[layout.countHeld(tier)]++;
      if (bound >= 0) {
        counts[layout.countBound(bound, tier)]++;
      }
    }
  }

  private void value(int position, int tier, int cap, int lifted, int bound, double[] sums) {
    while (position >= rows.start[segment + 1]) {
      segment++;
    }
    double p0 = rows.p0[position];
    double price = rows.price[position];
    double cost = rows.cost[position];
    double uplift = response.uplift(segment, tier, p0, rows.k[position]);
    double base = p0 * price;
    double profit =
        Double.isNaN(cost) ? 0 : uplift * (price * (1 - rates[tier]) - cost) - base * rates[tier];
    if (cap >= tier) {
      add(layout.open(tier), uplift, uplift * price, base, profit, sums);
    } else {
      sums[layout.lifted(bound, tier)] += profit;
      sums[layout.moved(bound, tier)] += lifted == tier ? profit : 0;
    }
    if (cap == tier) {
      add(layout.held(tier), uplift, uplift * price, base, profit, sums);
      if (lifted > cap) {
        sums[layout.moved(bound, tier)] -= profit;
      }
    }
  }

  private static void add(
      int at, double uplift, double upliftPrice, double base, double profit, double[] sums) {
    sums[at + LevelLayout.UPLIFT] += uplift;
    sums[at + LevelLayout.UPLIFT_PRICE] += upliftPrice;
    sums[at + LevelLayout.BASE_PRICE] += base;
    sums[at + LevelLayout.PROFIT] += profit;
  }

  /** Adds what one row brings when a tier is asked for to a tally of its segment. */
  void grant(int position, int asked, LadderLimits ladder, Tally tally) {
    while (position >= rows.start[segment + 1]) {
      segment++;
    }
    int allowed = Math.min(asked, limits.cap()[position]);
    int granted = ladder.effective(allowed);
    tally.count(segment, granted, 1);
    double profit = granted == 0 ? 0 : grant(position, granted, tally);
    if (asked > allowed) {
      int otherwise = ladder.effective(Math.min(asked, limits.lifted()[position]));
      double more = otherwise == granted ? 0 : profit(position, otherwise) - profit;
      tally.bind(limits.bound()[position], 1, more);
    } else if (granted != allowed) {
      tally.bind(BoundBy.MIN_RATE.index(), 1, profit(position, allowed));
    }
  }

  private double grant(int position, int tier, Tally tally) {
    double p0 = rows.p0[position];
    double price = rows.price[position];
    double uplift = response.uplift(segment, tier, p0, rows.k[position]);
    double profit = profit(position, tier, uplift);
    tally.addTier(segment, rates[tier], 1, uplift, uplift * price, p0 * price, profit);
    return profit;
  }

  private double profit(int position, int tier) {
    return tier == 0
        ? 0
        : profit(
            position, tier, response.uplift(segment, tier, rows.p0[position], rows.k[position]));
  }

  private double profit(int position, int tier, double uplift) {
    double price = rows.price[position];
    double cost = rows.cost[position];
    return Double.isNaN(cost)
        ? 0
        : uplift * (price * (1 - rates[tier]) - cost) - rows.p0[position] * price * rates[tier];
  }
}
