package org.tiersmith.strategy;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.tiersmith.model.Problem;

/** Gives each pair its tier. */
final class Decider {
  private final Portfolio portfolio;
  private final Scenario scenario;
  private final BooleanSupplier cancelled;
  private final double[] rates;
  private final Economics economics;
  private final LadderLimits ladder;

  Decider(Portfolio portfolio, Scenario scenario, BooleanSupplier cancelled) {
    this.portfolio = portfolio;
    this.scenario = scenario;
    this.cancelled = cancelled;
    this.rates = scenario.tiers().toArray();
    this.economics = new Economics(portfolio, scenario);
    this.ladder = new LadderLimits(rates, scenario.guardrails().minRate());
    if (scenario.policy().needsCost()) {
      requireCosts(portfolio);
    }
  }

  /**
   * Refuses to weigh profits of pairs of which none has a known cost.
   *
   * @throws Problem in that case
   */
  static void requireCosts(Portfolio portfolio) {
    if (portfolio.size() > 0 && !portfolio.anyCostKnown()) {
      throw Problem.of(
          "strategy.no-cost",
          "This policy weighs profits, but no product has a known unit cost. Nothing was decided."
              + " Import products with a cost, or choose the classic, target or fixed policy.");
    }
  }

  Decisions decide() {
    RowLimits limits = RowLimits.of(portfolio, rates, scenario.guardrails(), cancelled);
    Optional<Rule> rule = Rule.of(scenario.policy(), portfolio.segmentNames());
    if (rule.isPresent()) {
      return cut(byRule(rule.get(), limits));
    }
    boolean limited =
        scenario.policy() instanceof Policy.BudgetOptimum || scenario.guardrails().budget() != null;
    return limited ? byBudget(limits) : byProfit(limits);
  }

  private Decisions byRule(Rule rule, RowLimits unlimited) {
    rule.check(portfolio);
    RowLimits limits = perCustomer(rule, unlimited);
    double[] thresholds = scenario.thresholds();
    int[] segment = portfolio.segment();
    Decisions decisions = empty();
    Blocks.map(
        portfolio.size(),
        cancelled,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            double raw = rule.raw(segment[i], rule.key(portfolio, i));
            record(decisions, i, Snap.tier(raw, thresholds), limits);
          }
          return to;
        });
    return decisions;
  }

  private RowLimits perCustomer(Rule rule, RowLimits limits) {
    Integer most = scenario.guardrails().perCustomer();
    if (most == null) {
      return limits;
    }
    double sign = rule.rises() ? 1 : -1;
    return limits.withPerCustomer(
        PerCustomer.beyond(
            portfolio,
            most,
            i -> limits.cap()[i] >= ladder.first(),
            i -> sign * rule.key(portfolio, i)));
  }

  private void record(Decisions decisions, int i, int asked, RowLimits limits) {
    int allowed = Math.min(asked, limits.cap()[i]);
    int granted = ladder.effective(allowed);
    if (asked > allowed) {
      int lifted = ladder.effective(Math.min(asked, limits.lifted()[i]));
      decisions.set(i, granted, asked, limits.bound()[i], lifted);
    } else {
      BoundBy by = granted == allowed ? BoundBy.NONE : BoundBy.MIN_RATE;
      decisions.set(i, granted, asked, by, allowed);
    }
  }

  private Decisions byProfit(RowLimits unlimited) {
    RowLimits limits = perCustomerByProfit(unlimited);
    Decisions decisions = empty();
    weighEach((i, options) -> recordBest(decisions, i, options, limits));
    return decisions;
  }

  /** What is done with a pair whose tiers have been weighed. */
  private interface Weighed {
    void on(int pair, PairOptions options);
  }

  private void weighEach(Weighed work) {
    Blocks.map(
        portfolio.size(),
        cancelled,
        (from, to) -> {
          PairOptions options = new PairOptions(economics);
          for (int i = from; i < to; i++) {
            options.load(i);
            work.on(i, options);
          }
          return to;
        });
  }

  private RowLimits perCustomerByProfit(RowLimits limits) {
    Integer most = scenario.guardrails().perCustomer();
    if (most == null) {
      return limits;
    }
    double[] profit = new double[portfolio.size()];
    weighEach(
        (i, options) -> profit[i] = options.profit(options.best(ladder.first(), limits.cap()[i])));
    return limits.withPerCustomer(
        PerCustomer.beyond(portfolio, most, i -> profit[i] > 0, i -> profit[i]));
  }

  /** Records the best tier within the limits of the pair that is loaded. */
  private void recordBest(Decisions decisions, int i, PairOptions options, RowLimits limits) {
    int asked = options.best(1, rates.length - 1);
    int cap = limits.cap()[i];
    int granted = options.best(ladder.first(), cap);
    if (asked > cap) {
      int lifted = options.best(ladder.first(), limits.lifted()[i]);
      decisions.set(i, granted, asked, limits.bound()[i], lifted);
    } else {
      BoundBy by = granted == asked ? BoundBy.NONE : BoundBy.MIN_RATE;
      decisions.set(i, granted, asked, by, asked);
    }
  }

  /** Takes discounts back until the guardrail on the whole budget holds. */
  private Decisions cut(Decisions decisions) {
    Double budget = scenario.guardrails().budget();
    return budget == null
        ? decisions
        : new BudgetCut(economics, decisions, cancelled).downTo(budget);
  }

  private Decisions byBudget(RowLimits limits) {
    Optional<GroupBudgets> groups = GroupBudgets.of(portfolio, scenario);
    Decisions decisions = byProfit(limits);
    Integer most = scenario.guardrails().perCustomer();
    BudgetFrontier frontier =
        BudgetFrontier.of(
            new HullSource(portfolio, economics, limits, ladder.first(), most), groups, cancelled);
    double budget = GroupBudgets.inAll(scenario);
    byte[] plan = frontier.tiers(budget);
    Blocks.map(
        plan.length,
        cancelled,
        (from, to) -> {
          PairOptions options = new PairOptions(economics);
          for (int i = from; i < to; i++) {
            if (plan[i] != decisions.tier()[i]) {
              settle(decisions, i, plan[i], options, limits);
            }
          }
          return to;
        });
    return decisions.with(frontier.at(budget), frontier.groupPrices());
  }

  /** Records a tier that is not the one of the highest profit, and why. */
  private void settle(
      Decisions decisions, int i, byte plan, PairOptions options, RowLimits limits) {
    options.load(i);
    recordBest(decisions, i, options, limits);
    int best = decisions.tier()[i];
    if (plan != best) {
      decisions.set(i, plan, decisions.asked()[i], BoundBy.BUDGET, best);
    }
  }

  private Decisions empty() {
    int n = portfolio.size();
    return new Decisions(scenario.tiers(), new byte[n], new byte[n], new byte[n], new byte[n]);
  }
}
