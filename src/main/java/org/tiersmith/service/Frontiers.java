package org.tiersmith.service;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.tiersmith.strategy.BudgetFrontier;
import org.tiersmith.strategy.Outcome;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.Portfolio;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.strategy.Snap;

/**
 * Keeps frontiers between questions, for a budget that moves: one frontier holds for all of them.
 * Thread-safe; who asks while one is being built waits for it.
 */
final class Frontiers {
  private static final int KEPT = 2;

  /** A frontier and all of a scenario that it depends on. */
  private record Kept(Portfolio portfolio, Scenario shared, BudgetFrontier frontier) {}

  private final Deque<Kept> kept = new ArrayDeque<>();

  /** The frontier under a scenario's tiers, guardrails and response. */
  synchronized BudgetFrontier frontier(
      Portfolio portfolio, Scenario scenario, BooleanSupplier cancelled) {
    Scenario shared =
        scenario
            .withName("")
            .withSnap(Snap.DOWN)
            .withPolicy(new Policy.ProfitOptimum())
            .withGuardrails(scenario.guardrails().withBudget(null));
    for (Kept known : kept) {
      if (known.portfolio() == portfolio && known.shared().equals(shared)) {
        kept.remove(known);
        kept.addFirst(known);
        return known.frontier();
      }
    }
    BudgetFrontier frontier = BudgetFrontier.of(portfolio, shared, cancelled);
    kept.removeIf(old -> old.portfolio() != portfolio);
    kept.addFirst(new Kept(portfolio, shared, frontier));
    if (kept.size() > KEPT) {
      kept.removeLast();
    }
    return frontier;
  }

  /** What the budget policy is worth but for its guardrails; empty for others. */
  Optional<Outcome> answer(Portfolio portfolio, Scenario scenario, BooleanSupplier cancelled) {
    return scenario.policy() instanceof Policy.BudgetOptimum policy
            && !policy.hasGroups()
            && scenario.guardrails().budget() == null
            && portfolio.anyCostKnown()
        ? Optional.of(frontier(portfolio, scenario, cancelled).outcome(policy.budget(), cancelled))
        : Optional.empty();
  }
}
