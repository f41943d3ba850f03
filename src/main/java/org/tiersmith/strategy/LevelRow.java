package org.tiersmith.strategy;

/** Grants a tier that is asked for to rows one by one, as far as their limits allow. */
final class LevelRow {
  private final SortedRows rows;
  private final TierResponse response;
  private final RowLimits limits;
  private final double[] rates;
  private int segment;

  /**
   * @param limits by position
   */
  LevelRow(SortedRows rows, TierResponse response, RowLimits limits) {
    this.rows = rows;
    this.response = response;
    this.limits = limits;
    this.rates = response.rates();
  }

  /** Adds what the rows of a stretch within one segment bring when a tier is asked for. */
  void grant(int ofSegment, int from, int to, int asked, LadderLimits ladder, Tally tally) {
    segment = ofSegment;
    boolean worthwhile = ladder.effective(asked) == asked;
    double uplifts = 0;
    double upliftPrices = 0;
    double basePrices = 0;
    double profits = 0;
    int open = 0;
    for (int j = from; j < to; j++) {
      if (worthwhile && limits.cap()[j] >= asked) {
        double uplift = response.uplift(segment, asked, rows.p0[j], rows.k[j]);
        uplifts += uplift;
        upliftPrices += uplift * rows.price[j];
        basePrices += rows.p0[j] * rows.price[j];
        profits += profit(j, asked, uplift);
        open++;
      } else {
        grantLess(j, asked, ladder, tally);
      }
    }
    tally.count(segment, worthwhile ? asked : 0, open);
    if (open > 0) {
      tally.addTier(segment, rates[asked], open, uplifts, upliftPrices, basePrices, profits);
    }
  }

  /** Adds a row that a guardrail keeps from the tier asked for. */
  private void grantLess(int position, int asked, LadderLimits ladder, Tally tally) {
    int allowed = Math.min(asked, limits.cap()[position]);
    int granted = ladder.effective(allowed);
    tally.count(segment, granted, 1);
    double profit = granted == 0 ? 0 : grant(position, granted, tally);
    if (asked > allowed) {
      int otherwise = ladder.effective(Math.min(asked, limits.lifted()[position]));
      double more = otherwise == granted ? 0 : profit(position, otherwise) - profit;
      tally.bind(limits.bound()[position], 1, more);
    } else {
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
    double base = rows.p0[position] * price;
    return LevelBlock.profit(uplift, price, rows.cost[position], base, rates[tier]);
  }
}
