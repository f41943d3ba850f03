package org.tiersmith.strategy;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the frontier is made of: pairs, what their tiers bring, and how high they may go.
 *
 * @param limits per pair, those on the number per customer left out
 * @param first the lowest tier above none that is worth giving
 * @param perCustomer how many products at most a customer gets a discount on; null is no limit
 */
record HullSource(
    Portfolio portfolio,
    Economics economics,
    RowLimits limits,
    int first,
    @Nullable Integer perCustomer) {

  static HullSource of(Portfolio portfolio, Scenario scenario, BooleanSupplier cancelled) {
    double[] rates = scenario.tiers().toArray();
    return new HullSource(
        portfolio,
        new Economics(portfolio, scenario),
        RowLimits.of(portfolio, rates, scenario.guardrails(), cancelled),
        new LadderLimits(rates, scenario.guardrails().minRate()).first(),
        scenario.guardrails().perCustomer());
  }

  HullSource withLimits(RowLimits value) {
    return new HullSource(portfolio, economics, value, first, perCustomer);
  }

  HullSource withFirst(int value) {
    return new HullSource(portfolio, economics, limits, value, perCustomer);
  }

  HullSource withoutPerCustomer() {
    return new HullSource(portfolio, economics, limits, first, null);
  }

  /** All steps by falling profit per cost. */
  SortedSteps sorted(BooleanSupplier cancelled) {
    return perCustomer == null
        ? SortedSteps.of(byPair(cancelled), true, cancelled)
        : SortedSteps.of(byCustomer(perCustomer, cancelled), false, cancelled);
  }

  private List<HullSteps> byCustomer(int most, BooleanSupplier cancelled) {
    int[] start = PerCustomer.starts(portfolio, this::open);
    int[] rows = PerCustomer.rows(portfolio, this::open, start);
    return Blocks.map(
        portfolio.customers(),
        cancelled,
        (from, to) -> {
          CustomerHull hull = new CustomerHull(this, most);
          HullSteps steps = new HullSteps(false);
          for (int c = from; c < to && most > 0; c++) {
            hull.add(rows, start[c], start[c + 1], steps);
          }
          return steps.trim();
        });
  }

  /** Whether a pair may have a discount and what it earns is known. */
  boolean open(int pair) {
    return limits.cap()[pair] >= first && !Double.isNaN(portfolio.unitCost()[pair]);
  }

  /** The steps of each pair by itself. */
  private List<HullSteps> byPair(BooleanSupplier cancelled) {
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
