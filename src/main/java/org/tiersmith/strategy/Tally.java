package org.tiersmith.strategy;

import java.util.Arrays;

/**
 * Sums per segment over a run of rows: plain double sums over blocks of {@value Blocks#ROWS} rows,
 * then over blocks in order. Their relative error stays below 1e-11 for sums of one sign.
 * Increments are summed as such, not taken as differences of large totals.
 */
final class Tally {
  private static final int UNITS = 0;
  private static final int REVENUE = 1;
  private static final int PROFIT = 2;
  private static final int MORE_UNITS = 3;
  private static final int MORE_REVENUE = 4;
  private static final int MORE_PROFIT = 5;
  private static final int DISCOUNT_COST = 6;
  private static final int WASTE = 7;
  private static final int RATE = 8;
  private static final int SUMS = 9;

  private static final int PAIRS = 0;
  private static final int COST_KNOWN = 1;
  private static final int DISCOUNTED = 2;
  private static final int COUNTS = 3;

  private final double[][] sums;
  private final long[][] counts;
  private final long[][] tierMix;
  private final long[] bound = new long[BoundBy.values().length];

  Tally(int segments, int tiers) {
    sums = new double[segments][SUMS];
    counts = new long[segments][COUNTS];
    tierMix = new long[segments][tiers];
  }

  /** Adds the rows from {@code from} to before {@code to}. */
  void add(Portfolio portfolio, Economics economics, Decisions decisions, int from, int to) {
    double[] rates = economics.rates();
    byte[] tiers = decisions.tier();
    byte[] boundBy = decisions.boundBy();
    int[] segment = portfolio.segment();
    for (int i = from; i < to; i++) {
      int tier = tiers[i];
      tierMix[segment[i]][tier]++;
      bound[boundBy[i]]++;
      addBase(portfolio, i);
      if (tier > 0) {
        addDiscount(economics, i, tier, sums[segment[i]]);
        sums[segment[i]][RATE] += rates[tier];
        counts[segment[i]][DISCOUNTED]++;
      }
    }
  }

  private void addBase(Portfolio portfolio, int i) {
    double p0 = portfolio.p0()[i];
    double price = portfolio.listPrice()[i];
    double cost = portfolio.unitCost()[i];
    double[] sum = sums[portfolio.segment()[i]];
    sum[UNITS] += p0;
    sum[REVENUE] += p0 * price;
    sum[PROFIT] += p0 * (price - cost);
    long[] count = counts[portfolio.segment()[i]];
    count[PAIRS]++;
    count[COST_KNOWN] += Double.isNaN(cost) ? 0 : 1;
  }

  private static void addDiscount(Economics economics, int i, int tier, double[] sum) {
    double uplift = economics.uplift(i, tier);
    sum[MORE_UNITS] += uplift;
    sum[MORE_REVENUE] += economics.incrementalRevenue(i, tier, uplift);
    sum[MORE_PROFIT] += economics.incrementalProfit(i, tier, uplift);
    sum[DISCOUNT_COST] += economics.discountCost(i, tier, uplift);
    sum[WASTE] += economics.waste(i, tier);
  }

  /** Adds what moving a pair that is counted already from one tier to another changes. */
  void move(Portfolio portfolio, Economics economics, int pair, int from, int to) {
    int segment = portfolio.segment()[pair];
    double[] sum = sums[segment];
    double less = economics.uplift(pair, from);
    double more = economics.uplift(pair, to);
    sum[MORE_UNITS] += more - less;
    sum[MORE_REVENUE] +=
        economics.incrementalRevenue(pair, to, more)
            - economics.incrementalRevenue(pair, from, less);
    sum[MORE_PROFIT] +=
        economics.incrementalProfit(pair, to, more) - economics.incrementalProfit(pair, from, less);
    sum[DISCOUNT_COST] +=
        economics.discountCost(pair, to, more) - economics.discountCost(pair, from, less);
    sum[WASTE] += economics.waste(pair, to) - economics.waste(pair, from);
    sum[RATE] += economics.rates()[to] - economics.rates()[from];
    counts[segment][DISCOUNTED] += Integer.signum(to) - Integer.signum(from);
    tierMix[segment][from]--;
    tierMix[segment][to]++;
  }

  /** Adds what another tally of the same shape holds. */
  void add(Tally other) {
    for (int s = 0; s < sums.length; s++) {
      add(sums[s], other.sums[s]);
      add(counts[s], other.counts[s]);
      add(tierMix[s], other.tierMix[s]);
    }
    add(bound, other.bound);
  }

  /** All segments in one. */
  Tally total() {
    Tally total = new Tally(1, tierMix.length == 0 ? 0 : tierMix[0].length);
    for (int s = 0; s < sums.length; s++) {
      add(total.sums[0], sums[s]);
      add(total.counts[0], counts[s]);
    }
    return total;
  }

  private static void add(double[] to, double[] from) {
    Arrays.setAll(to, j -> to[j] + from[j]);
  }

  private static void add(long[] to, long[] from) {
    Arrays.setAll(to, j -> to[j] + from[j]);
  }

  long[][] tierMix() {
    return tierMix;
  }

  long rowsBoundBy(BoundBy guardrail) {
    return bound[guardrail.index()];
  }

  boolean allCostsKnown() {
    return Arrays.stream(counts).allMatch(count -> count[COST_KNOWN] == count[PAIRS]);
  }

  Figures figures(int s, long customersReached) {
    double[] sum = sums[s];
    long[] count = counts[s];
    // An unknown cost spoils the increment too, even where the pair itself got no discount.
    double moreProfit = count[COST_KNOWN] == count[PAIRS] ? sum[MORE_PROFIT] : Double.NaN;
    double cost = sum[DISCOUNT_COST];
    return new Figures(
        count[PAIRS],
        count[COST_KNOWN],
        sum[UNITS] + sum[MORE_UNITS],
        sum[REVENUE] + sum[MORE_REVENUE],
        sum[PROFIT] + moreProfit,
        cost,
        sum[MORE_UNITS],
        sum[MORE_REVENUE],
        moreProfit,
        sum[WASTE],
        sum[WASTE] / cost,
        (moreProfit + cost) / cost,
        count[DISCOUNTED],
        (double) count[DISCOUNTED] / count[PAIRS],
        sum[RATE] / count[PAIRS],
        customersReached);
  }

  Figures baseline(int s) {
    double[] sum = sums[s];
    long[] count = counts[s];
    double none = count[PAIRS] == 0 ? Double.NaN : 0;
    return new Figures(
        count[PAIRS],
        count[COST_KNOWN],
        sum[UNITS],
        sum[REVENUE],
        sum[PROFIT],
        0,
        0,
        0,
        count[COST_KNOWN] == count[PAIRS] ? 0 : Double.NaN,
        0,
        Double.NaN,
        Double.NaN,
        0,
        none,
        none,
        0);
  }
}
