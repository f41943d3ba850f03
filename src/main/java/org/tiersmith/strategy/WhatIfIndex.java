package org.tiersmith.strategy;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers what a rule would bring without visiting the rows. A rule is monotone in one number of
 * the pair (its hazard, or the likeness of customer and product), so with rows sorted by it within
 * each segment, what is asked of each tier is one stretch of rows, and prefix sums give all figures
 * of a stretch. A change of alpha, target, rates by segment, the tiers' boundaries or the smallest
 * rate worth giving costs (segments x tiers) binary searches and the rows of one block at each
 * boundary, whatever the number of rows, and is exact: equal to {@link Evaluator} but for the
 * rounding of sums. Another rate at one tier sums that tier anew; other guardrails or another
 * response sum all tiers anew, on the rows as they are sorted.
 *
 * <p>Immutable and thread-safe. Holds about 55 bytes a pair for six tiers and the usual guardrails.
 */
public final class WhatIfIndex {
  private final SortedRows rows;
  private final LevelKey key;
  private final LevelSums levels;
  private final ReachIndex reach;

  private WhatIfIndex(SortedRows rows, LevelKey key, LevelSums levels, ReachIndex reach) {
    this.rows = rows;
    this.key = key;
    this.levels = levels;
    this.reach = reach;
  }

  /** Whether a scenario follows a rule that an index can serve. */
  public static boolean serves(Scenario scenario) {
    return switch (scenario.policy()) {
      case Policy.Classic _,
          Policy.Target _,
          Policy.Similarity _,
          Policy.Fixed _,
          Policy.SegmentRates _ ->
          true;
      case Policy.ProfitOptimum _, Policy.BudgetOptimum _ -> false;
    };
  }

  /**
   * Builds an index for a scenario that {@link #serves} accepts.
   *
   * @throws java.util.concurrent.CancellationException when cancelled
   * @throws org.tiersmith.model.Problem when the portfolio lacks what the scenario needs
   */
  public static WhatIfIndex of(Portfolio portfolio, Scenario scenario, BooleanSupplier cancelled) {
    Rule rule = rule(portfolio, scenario);
    rule.check(portfolio);
    return on(
        new SortedRows(portfolio, rule.key(), cancelled),
        LevelKey.of(portfolio, scenario, rule),
        cancelled);
  }

  /**
   * An index for another scenario over the same pairs, which shares with this one what it can; this
   * very one where nothing has to be summed anew.
   */
  public WhatIfIndex refreshed(Scenario scenario, BooleanSupplier cancelled) {
    Rule rule = rule(rows.portfolio, scenario);
    if (rule.key() != rows.key) {
      return of(rows.portfolio, scenario, cancelled);
    }
    LevelKey wanted = LevelKey.of(rows.portfolio, scenario, rule);
    if (wanted.equals(key)) {
      return this;
    }
    int changed = key.onlyTierChanged(wanted);
    if (changed > 0) {
      return withTier(wanted, changed, cancelled);
    }
    if (key.sameLevels(wanted)) {
      return new WhatIfIndex(rows, wanted, levels, reach(rows, levels, wanted));
    }
    return on(rows, wanted, cancelled);
  }

  /** Whether {@link #outcome} answers for a scenario, as it follows a rule over the same sums. */
  public boolean answers(Scenario scenario) {
    return Rule.of(scenario.policy(), rows.portfolio.segmentNames())
        .filter(rule -> rule.key() == rows.key)
        .map(rule -> LevelKey.of(rows.portfolio, scenario, rule).equals(key))
        .orElse(false);
  }

  private static WhatIfIndex on(SortedRows rows, LevelKey key, BooleanSupplier cancelled) {
    double[] rates = key.rates();
    LevelSums levels =
        LevelSums.of(
            rows,
            key.limits(rows, cancelled),
            new TierResponse(rows.portfolio, key.response(), rates),
            new LevelLayout(rates.length, key.bounds()),
            cancelled);
    return new WhatIfIndex(rows, key, levels, reach(rows, levels, key));
  }

  private WhatIfIndex withTier(LevelKey wanted, int changed, BooleanSupplier cancelled) {
    LevelSums other =
        levels.withTier(
            key.change(wanted, changed, rows),
            new TierResponse(rows.portfolio, wanted.response(), wanted.rates()),
            cancelled);
    boolean sameReach = changed != wanted.first() && key.first() == wanted.first();
    return new WhatIfIndex(rows, wanted, other, sameReach ? reach : reach(rows, other, wanted));
  }

  private static ReachIndex reach(SortedRows rows, LevelSums levels, LevelKey key) {
    return new ReachIndex(rows, levels.limits.cap(), key.first());
  }

  private static Rule rule(Portfolio portfolio, Scenario scenario) {
    return Rule.of(scenario.policy(), portfolio.segmentNames())
        .orElseThrow(() -> new IllegalArgumentException("not a rule: " + scenario.policy()));
  }

  /**
   * What a scenario is worth.
   *
   * @param scenario one that it {@link #answers}
   * @return empty where the guardrail on the whole budget would have to take discounts back, pair
   *     by pair, so that the {@link Evaluator} is needed
   */
  public Optional<Outcome> outcome(Scenario scenario) {
    Rule rule = rule(rows.portfolio, scenario);
    if (!answers(scenario)) {
      throw new IllegalArgumentException("the index is of another ladder or other limits");
    }
    Outcome outcome = new WhatIfQuery(rows, levels, reach, key.first()).answer(scenario, rule);
    @Nullable Double budget = scenario.guardrails().budget();
    return budget != null && BudgetCut.exceeds(outcome.all().discountCost(), budget)
        ? Optional.empty()
        : Optional.of(outcome);
  }

  /** Bytes that the index holds besides the portfolio. */
  public long bytes() {
    return rows.bytes() + levels.bytes() + reach.bytes();
  }
}
