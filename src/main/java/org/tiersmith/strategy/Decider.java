package org.tiersmith.strategy;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;

/** Gives each pair its tier. */
final class Decider {
  private final Portfolio portfolio;
  private final Scenario scenario;
  private final BooleanSupplier cancelled;
  private final double[] rates;

  Decider(Portfolio portfolio, Scenario scenario, BooleanSupplier cancelled) {
    this.portfolio = portfolio;
    this.scenario = scenario;
    this.cancelled = cancelled;
    this.rates = scenario.tiers().toArray();
    if (scenario.policy().needsCost() && portfolio.size() > 0 && !portfolio.anyCostKnown()) {
      throw Problem.of(
          "strategy.no-cost",
          "This policy weighs profits, but no product has a known unit cost. Nothing was decided."
              + " Import products with a cost, or choose the classic, target or fixed policy.");
    }
  }

  /**
   * @param without a guardrail to leave out
   */
  Decisions decide(@Nullable BoundBy without) {
    Limits limits = new Limits(rates, scenario.guardrails(), without);
    Policy policy = scenario.policy();
    if (policy instanceof Policy.BudgetOptimum budget && without != BoundBy.BUDGET) {
      return byBudget(limits, budget.budget());
    }
    return Rule.of(policy, portfolio.segmentNames())
        .map(rule -> byRule(rule, limits))
        .orElseGet(() -> byProfit(limits));
  }

  /**
   * Whether a guardrail can matter though it settles no row: under a budget, money saved on one
   * pair goes to others, so a limit that the budget hides still counts.
   */
  boolean matters(BoundBy guardrail) {
    if (!(scenario.policy() instanceof Policy.BudgetOptimum) || guardrail == BoundBy.BUDGET) {
      return false;
    }
    Limits all = new Limits(rates, scenario.guardrails(), null);
    Limits fewer = new Limits(rates, scenario.guardrails(), guardrail);
    int top = rates.length - 1;
    for (int i = 0; i < portfolio.size(); i++) {
      double price = portfolio.listPrice()[i];
      double cost = portfolio.unitCost()[i];
      if (all.tier(top, price, cost) != fewer.tier(top, price, cost)) {
        return true;
      }
    }
    return false;
  }

  private Decisions byRule(Rule rule, Limits limits) {
    double[] boundaries = scenario.snap().boundaries(rates);
    double[] hazard = portfolio.hazard();
    int[] segment = portfolio.segment();
    Decisions decisions = empty();
    Blocks.map(
        portfolio.size(),
        cancelled,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            int asked = Snap.tier(rule.raw(segment[i], hazard[i]), boundaries);
            record(decisions, i, asked, limits);
          }
          return to;
        });
    return decisions;
  }

  private void record(Decisions decisions, int i, int asked, Limits limits) {
    double price = portfolio.listPrice()[i];
    double cost = portfolio.unitCost()[i];
    int tier = limits.tier(asked, price, cost);
    decisions.asked()[i] = (byte) asked;
    decisions.tier()[i] = (byte) tier;
    if (tier != asked) {
      decisions.boundBy()[i] = limits.boundBy(asked, price, cost).index();
    }
  }

  private Decisions byProfit(Limits limits) {
    Economics economics = new Economics(portfolio);
    Decisions decisions = empty();
    Blocks.map(
        portfolio.size(),
        cancelled,
        (from, to) -> {
          PairOptions options = new PairOptions(economics, rates);
          for (int i = from; i < to; i++) {
            recordBest(decisions, i, options, limits);
          }
          return to;
        });
    return decisions;
  }

  /** Records the best tier within the limits; answers the highest tier within them. */
  private int recordBest(Decisions decisions, int i, PairOptions options, Limits limits) {
    options.load(i);
    double price = portfolio.listPrice()[i];
    double cost = portfolio.unitCost()[i];
    int highest = limits.tier(rates.length - 1, price, cost);
    int asked = options.best(rates.length - 1);
    decisions.asked()[i] = (byte) asked;
    decisions.tier()[i] = (byte) options.best(highest);
    if (asked > highest) {
      decisions.boundBy()[i] = limits.boundBy(asked, price, cost).index();
    }
    return highest;
  }

  private Decisions byBudget(Limits limits, double budget) {
    Economics economics = new Economics(portfolio);
    Decisions decisions = empty();
    HullSteps steps =
        HullSteps.concat(
            Blocks.map(
                portfolio.size(),
                cancelled,
                (from, to) -> {
                  PairOptions options = new PairOptions(economics, rates);
                  HullSteps block = new HullSteps(to - from);
                  for (int i = from; i < to; i++) {
                    int highest = recordBest(decisions, i, options, limits);
                    options.addHull(highest, block);
                  }
                  return block;
                }));
    byte[] tier = new byte[portfolio.size()];
    BudgetCertificate certificate = new BudgetSolver(steps, tier, cancelled).solve(budget);
    for (int i = 0; i < tier.length; i++) {
      if (tier[i] != decisions.tier()[i]) {
        decisions.boundBy()[i] = BoundBy.BUDGET.index();
      }
    }
    return new Decisions(
        scenario.tiers(), tier, decisions.asked(), decisions.boundBy(), certificate);
  }

  private Decisions empty() {
    int n = portfolio.size();
    return new Decisions(scenario.tiers(), new byte[n], new byte[n], new byte[n], null);
  }
}
