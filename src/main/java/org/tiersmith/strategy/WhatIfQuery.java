package org.tiersmith.strategy;

import java.util.Arrays;

/** One question to a {@link WhatIfIndex}. */
final class WhatIfQuery {
  private final SortedRows rows;
  private final LevelLayout layout;
  private final ReachIndex reach;
  private final LadderLimits ladder;
  private final double[] rates;
  private final LevelRow row;
  private final LevelSums.Range range;
  private final Tally tally;

  WhatIfQuery(SortedRows rows, LevelSums levels, ReachIndex reach, int first) {
    this.rows = rows;
    this.layout = levels.layout;
    this.reach = reach;
    this.ladder = new LadderLimits(first);
    this.rates = levels.response.rates();
    this.row = new LevelRow(rows, levels.response, levels.limits);
    this.range = levels.new Range();
    this.tally = rows.baseline(rates.length);
  }

  Outcome answer(Scenario scenario, Rule rule) {
    double[] thresholds = scenario.thresholds();
    long[] reached = new long[rows.segments()];
    for (int s = 0; s < reached.length; s++) {
      if (rule.slope()[s] == 0) {
        int asked = Snap.tier(rule.raw(s, rule.origin()), thresholds);
        ask(s, rows.start[s], rows.start[s + 1], asked);
        reached[s] = asked >= ladder.first() ? reach.all(s) : 0;
      } else {
        stretches(s, rule, thresholds);
        reached[s] = reached(s, rule, thresholds);
      }
    }
    return tally.outcome(reached, null);
  }

  /** Cuts a segment's rows where the rule goes from one tier to the next. */
  private void stretches(int s, Rule rule, double[] thresholds) {
    boolean rises = rule.slope()[s] > 0;
    int from = rows.start[s];
    int end = rows.start[s + 1];
    for (int step = 1; step <= rates.length; step++) {
      int tier = rises ? step - 1 : rates.length - step;
      double threshold = rises && step < rates.length ? thresholds[step] : thresholds[tier];
      int to = step == rates.length ? end : boundary(s, from, end, rule, threshold, rises);
      ask(s, from, to, tier);
      from = to;
    }
  }

  /** Where the raw rate first reaches a threshold, or first falls below it. */
  private int boundary(int s, int from, int end, Rule rule, double threshold, boolean rises) {
    return rises
        ? rows.first(from, end, x -> rule.raw(s, rows.key(x)) >= threshold)
        : rows.first(from, end, x -> rule.raw(s, rows.key(x)) < threshold);
  }

  private long reached(int s, Rule rule, double[] thresholds) {
    if (ladder.first() >= rates.length) {
      return 0;
    }
    double threshold = thresholds[ladder.first()];
    return rule.slope()[s] > 0
        ? reach.above(s, x -> rule.raw(s, rows.key(x)) >= threshold)
        : reach.below(s, x -> rule.raw(s, rows.key(x)) < threshold);
  }

  /** Adds what a stretch of a segment's rows brings when a tier is asked for. */
  private void ask(int s, int from, int to, int asked) {
    if (asked == 0) {
      tally.count(s, 0, to - from);
      return;
    }
    int firstBlock = Math.ceilDiv(from, SortedRows.BLOCK);
    int lastBlock = to == rows.size() ? Math.ceilDiv(to, SortedRows.BLOCK) : to / SortedRows.BLOCK;
    if (firstBlock >= lastBlock) {
      row.grant(s, from, to, asked, ladder, tally);
    } else {
      row.grant(s, from, firstBlock * SortedRows.BLOCK, asked, ladder, tally);
      range.over(firstBlock, lastBlock);
      blocks(s, asked);
      row.grant(s, Math.min(to, lastBlock * SortedRows.BLOCK), to, asked, ladder, tally);
    }
  }

  /** Adds whole blocks: rows that may have the tier asked for, and those held at lower ones. */
  private void blocks(int s, int asked) {
    double[] prices = new double[layout.bounds().length];
    long[] bound = new long[prices.length];
    long open = range.count(layout.countOpen(asked));
    add(s, asked, open, layout.open(asked));
    if (ladder.effective(asked) == 0 && open > 0) {
      double profit = range.sum(layout.open(asked) + LevelLayout.PROFIT);
      tally.bind(BoundBy.MIN_RATE.index(), open, profit);
    }
    if (ladder.effective(asked) > 0) {
      Arrays.setAll(prices, b -> range.sum(layout.lifted(b, asked)));
    }
    for (int tier = 0; tier < asked; tier++) {
      int held = tier;
      add(s, tier, range.count(layout.countHeld(tier)), tier == 0 ? 0 : layout.held(tier));
      Arrays.setAll(bound, b -> bound[b] + range.count(layout.countBound(b, held)));
      if (ladder.effective(tier) > 0) {
        Arrays.setAll(prices, b -> prices[b] + range.sum(layout.moved(b, held)));
      }
    }
    for (int b = 0; b < bound.length; b++) {
      tally.bind(layout.bounds()[b], bound[b], prices[b]);
    }
  }

  private void add(int s, int tier, long count, int slot) {
    int granted = ladder.effective(tier);
    tally.count(s, granted, count);
    if (granted > 0 && count > 0) {
      tally.addTier(
          s,
          rates[granted],
          count,
          range.sum(slot + LevelLayout.UPLIFT),
          range.sum(slot + LevelLayout.UPLIFT_PRICE),
          range.sum(slot + LevelLayout.BASE_PRICE),
          range.sum(slot + LevelLayout.PROFIT));
    }
  }
}
