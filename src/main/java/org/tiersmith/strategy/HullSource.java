package org.tiersmith.strategy;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What the frontier is made of: pairs, what their tiers bring, and how high they may go.
 *
 * @param limits per pair, those on the number per customer left out
 * @param first the lowest tier above none that is worth giving
 */
record HullSource(Portfolio portfolio, Economics economics, RowLimits limits, int first) {

  static HullSource of(Portfolio portfolio, Scenario scenario, BooleanSupplier cancelled) {
    double[] rates = scenario.tiers().toArray();
    return new HullSource(
        portfolio,
        new Economics(portfolio, scenario),
        RowLimits.of(portfolio, rates, scenario.guardrails(), cancelled),
        new LadderLimits(rates, scenario.guardrails().minRate()).first());
  }

  /** Whether a pair may have a discount and what it earns is known. */
  boolean open(int pair) {
    return limits.cap()[pair] >= first && !Double.isNaN(portfolio.unitCost()[pair]);
  }

  /** The steps of each pair by itself. */
  List<HullSteps> byPair(BooleanSupplier cancelled) {
    return Blocks.map(
        portfolio.size(),
        cancelled,
        (from, to) -> {
          PairOptions options = new PairOptions(economics);
          HullSteps steps = new HullSteps(true);
          for (int i = from; i < to; i++) {
            if (open(i)) {
              options.load(i, limits.cap()[i]);
              options.addHull(first, limits.cap()[i], steps);
            }
          }
          return steps.trim();
        });
  }
}
