package org.tiersmith.strategy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sums per segment over a run of rows: plain double sums over blocks of {@value Blocks#ROWS} rows,
 * then over blocks in order. Their relative error stays below 1e-11 for sums of one sign.
 * Increments are summed as such, not taken as differences of large totals.
 */
final class Tally {
  private static final int MOST_SEGMENTS_IN_BLOCKS = 1024;

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
  private final double[] prices = new double[BoundBy.values().length];

  Tally(int segments, int tiers) {
    sums = new double[segments][SUMS];
    counts = new long[segments][COUNTS];
    tierMix = new long[segments][tiers];
  }

  /**
   * What decisions bring, over all pairs. Where there are so many segments that a tally for each
   * block of rows would cost more than the rows, one thread visits them all.
   */
  static Tally of(
      Portfolio portfolio, Economics economics, Decisions decisions, BooleanSupplier cancelled) {
    int segments = portfolio.segmentNames().size();
    int tiers = economics.rates().length;
    Tally tally = new Tally(segments, tiers);
    if (segments > MOST_SEGMENTS_IN_BLOCKS) {
      for (int from = 0; from < portfolio.size(); from += Blocks.ROWS) {
        Blocks.check(cancelled);
        int to = Math.min(portfolio.size(), from + Blocks.ROWS);
        tally.add(portfolio, economics, decisions, from, to);
      }
      return tally;
    }
    Blocks.map(
            portfolio.size(),
            cancelled,
            (from, to) -> {
              Tally block = new Tally(segments, tiers);
              block.add(portfolio, economics, decisions, from, to);
              return block;
            })
        .forEach(tally::add);
    return tally;
  }

  /** Adds the rows from {@code from} to before {@code to}. */
  private void add(
      Portfolio portfolio, Economics economics, Decisions decisions, int from, int to) {
    double[] rates = economics.rates();
    int[] segment = portfolio.segment();
    for (int i = from; i < to; i++) {
      int tier = decisions.tier()[i];
      addBase(segment[i], portfolio.p0()[i], portfolio.listPrice()[i], portfolio.unitCost()[i]);
      count(segment[i], tier, 1);
      if (tier > 0) {
        addDiscount(economics, i, tier, sums[segment[i]]);
        sums[segment[i]][RATE] += rates[tier];
      }
      addBound(economics, decisions, i);
    }
  }

  /** Adds what sorted rows of one segment bring without a discount. */
  void addBase(int segment, SortedRows rows, int from, int to) {
    Tally part = new Tally(1, 0);
    for (int j = from; j < to; j++) {
      part.addBase(0, rows.p0[j], rows.price[j], rows.cost[j]);
    }
    add(sums[segment], part.sums[0]);
    add(counts[segment], part.counts[0]);
  }

  private void addBase(int segment, double p0, double price, double cost) {
    double[] sum = sums[segment];
    sum[UNITS] += p0;
    sum[REVENUE] += p0 * price;
    sum[PROFIT] += p0 * (price - cost);
    long[] count = counts[segment];
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

  private void addBound(Economics economics, Decisions decisions, int i) {
    byte by = decisions.boundBy()[i];
    if (by != BoundBy.NONE.index()) {
      int tier = decisions.tier()[i];
      int otherwise = decisions.otherwise()[i];
      double more =
          tier == otherwise
              ? 0
              : economics.incrementalProfit(i, otherwise) - economics.incrementalProfit(i, tier);
      bind(by, 1, more);
    }
  }

  /** Counts rows of a segment with a granted tier. */
  void count(int segment, int tier, long rows) {
    tierMix[segment][tier] += rows;
    counts[segment][DISCOUNTED] += tier > 0 ? rows : 0;
  }

  /**
   * Adds what discounted rows of one segment and tier bring, by their sums of uplift u, {@code u
   * P}, {@code p0 P} and incremental profit.
   */
  void addTier(
      int segment,
      double rate,
      long rows,
      double uplift,
      double upliftPrice,
      double basePrice,
      double profit) {
    double[] sum = sums[segment];
    sum[MORE_UNITS] += uplift;
    sum[MORE_REVENUE] += upliftPrice * (1 - rate) - basePrice * rate;
    sum[MORE_PROFIT] += profit;
    sum[DISCOUNT_COST] += (basePrice + upliftPrice) * rate;
    sum[WASTE] += basePrice * rate;
    sum[RATE] += rows * rate;
  }

  /** Adds rows whose tier a guardrail settled, and the profit that they would gain without it. */
  void bind(byte by, long rows, double profit) {
    bound[by] += rows;
    prices[by] += profit;
  }

  /** Says what each guardrail costs where the rows that it settled do not tell. */
  void price(double[] profits) {
    System.arraycopy(profits, 0, prices, 0, prices.length);
  }

  /** Adds what another tally of the same shape holds. */
  void add(Tally other) {
    for (int s = 0; s < sums.length; s++) {
      add(sums[s], other.sums[s]);
      add(counts[s], other.counts[s]);
      add(tierMix[s], other.tierMix[s]);
    }
    add(bound, other.bound);
    add(prices, other.prices);
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

  /** What holds no discount yet, for a ladder of that many tiers. */
  Tally copy(int tiers) {
    Tally copy = new Tally(sums.length, tiers);
    for (int s = 0; s < sums.length; s++) {
      System.arraycopy(sums[s], 0, copy.sums[s], 0, SUMS);
      System.arraycopy(counts[s], 0, copy.counts[s], 0, COUNTS);
    }
    return copy;
  }

  /**
   * The outcome of all that was added.
   *
   * @param reached customers with a discount on anything, by segment
   */
  Outcome outcome(long[] reached, @Nullable BudgetCertificate certificate) {
    Tally total = total();
    return new Outcome(
        total.figures(0, Arrays.stream(reached).sum()),
        total.baseline(0),
        IntStream.range(0, sums.length).mapToObj(s -> figures(s, reached[s])).toList(),
        IntStream.range(0, sums.length).mapToObj(this::baseline).toList(),
        tierMix,
        effects(total),
        certificate);
  }

  private List<GuardrailEffect> effects(Tally total) {
    boolean known = total.counts[0][COST_KNOWN] == total.counts[0][PAIRS];
    return EnumSet.complementOf(EnumSet.of(BoundBy.NONE)).stream()
        .map(BoundBy::index)
        .map(
            g ->
                new GuardrailEffect(
                    BoundBy.of(g), bound[g], bound[g] > 0 && !known ? Double.NaN : prices[g]))
        .toList();
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
