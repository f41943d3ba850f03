package org.tiersmith.strategy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.tiersmith.model.Problem;

/**
 * Budgets of their own for segments or categories, within the whole.
 *
 * @param group the group of a pair, -1 for none; one for all pairs that a step moves
 * @param budget by group, infinite where it has none
 */
record GroupBudgets(IntUnaryOperator group, double[] budget) {

  /**
   * The budgets by group of a scenario's policy.
   *
   * @throws Problem when a group is named that is not there, or when budgets by category meet a
   *     limit on the products of a customer
   */
  static Optional<GroupBudgets> of(Portfolio portfolio, Scenario scenario) {
    if (!(scenario.policy() instanceof Policy.BudgetOptimum policy)) {
      return Optional.empty();
    }
    if (!policy.byCategory().isEmpty()) {
      if (scenario.guardrails().perCustomer() != null) {
        throw Problem.of(
            "strategy.category-per-customer",
            "Budgets by category do not go together with a limit on each customer''s discounted"
                + " products, for these lie in several categories. Nothing was decided. Remove one"
                + " of the two, or set budgets by segment.");
      }
      return Optional.of(byCategory(portfolio, policy.byCategory()));
    }
    return policy.bySegment().isEmpty()
        ? Optional.empty()
        : Optional.of(bySegment(portfolio, policy.bySegment()));
  }

  /** The highest cost in all that policy and guardrails allow; infinite where none do. */
  static double inAll(Scenario scenario) {
    Double limit = scenario.guardrails().budget();
    double budget = limit == null ? Double.POSITIVE_INFINITY : limit;
    return scenario.policy() instanceof Policy.BudgetOptimum policy
        ? Math.min(budget, policy.budget())
        : budget;
  }

  private static GroupBudgets bySegment(Portfolio portfolio, Map<String, Double> budgets) {
    return new GroupBudgets(
        pair -> portfolio.segment()[pair],
        SegmentNames.values(Double.POSITIVE_INFINITY, budgets, portfolio.segmentNames()));
  }

  private static GroupBudgets byCategory(Portfolio portfolio, Map<String, Double> budgets) {
    List<String> categories = portfolio.keys().categories();
    double[] budget = new double[categories.size()];
    Arrays.fill(budget, Double.POSITIVE_INFINITY);
    budgets.forEach(
        (name, amount) -> {
          int index = categories.indexOf(name);
          if (index < 0) {
            throw unknown(name, categories);
          }
          budget[index] = amount;
        });
    return new GroupBudgets(portfolio.keys()::category, budget);
  }

  private static Problem unknown(String name, List<String> categories) {
    return categories.isEmpty()
        ? Problem.of(
            "strategy.no-categories",
            "There is no category \"{0}\": no product has a category. Nothing was changed.",
            name)
        : Problem.of(
            "strategy.unknown-category",
            "There is no category \"{0}\". The categories are: {1}. Nothing was changed.",
            name,
            SegmentNames.list(categories));
  }

  /** How many groups have a budget of their own. */
  long limited() {
    return Arrays.stream(budget).filter(b -> b < Double.POSITIVE_INFINITY).count();
  }

  /** The budget of a pair's group; infinite where it has none. */
  double of(int pair) {
    int g = group.applyAsInt(pair);
    return g < 0 ? Double.POSITIVE_INFINITY : budget[g];
  }
}
