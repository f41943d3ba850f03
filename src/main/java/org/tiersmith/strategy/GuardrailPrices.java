package org.tiersmith.strategy;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What each guardrail costs where a budget decides: money that a limit keeps from one pair goes to
 * others, so the plan is found anew without that limit.
 */
final class GuardrailPrices {
  private final HullSource source;
  private final Optional<GroupBudgets> groups;
  private final double budget;
  private final BooleanSupplier cancelled;

  GuardrailPrices(Portfolio portfolio, Scenario scenario, BooleanSupplier cancelled) {
    source = HullSource.of(portfolio, scenario, cancelled);
    groups = GroupBudgets.of(portfolio, scenario);
    budget = GroupBudgets.inAll(scenario);
    this.cancelled = cancelled;
  }

  /**
   * The profit that lifting each guardrail would add, by {@link BoundBy#index}.
   *
   * @param profit what the plan earns with all of them
   */
  double[] over(double profit) {
    double[] prices = new double[BoundBy.values().length];
    long lowered = lowered();
    for (BoundBy guardrail : BoundBy.values()) {
      if (guardrail != BoundBy.NONE && matters(guardrail, lowered)) {
        prices[guardrail.index()] = Math.max(0, without(guardrail) - profit);
      }
    }
    return prices;
  }

  /** The guardrails, as bits, without which some pair could get more. */
  private long lowered() {
    RowLimits limits = source.limits();
    long found = 0;
    for (int i = 0; i < limits.cap().length; i++) {
      if (limits.lifted()[i] > limits.cap()[i]) {
        found |= 1L << limits.bound()[i];
      }
    }
    return found;
  }

  private boolean matters(BoundBy guardrail, long lowered) {
    return switch (guardrail) {
      case BUDGET -> true;
      case PER_CUSTOMER -> source.perCustomer() != null;
      case MIN_RATE -> source.first() > 1;
      default -> (lowered >> guardrail.index() & 1) == 1;
    };
  }

  private double without(BoundBy guardrail) {
    return switch (guardrail) {
      case BUDGET -> profit(source, Optional.empty(), Double.POSITIVE_INFINITY);
      case PER_CUSTOMER -> profit(source.withoutPerCustomer(), groups, budget);
      case MIN_RATE -> profit(source.withFirst(1), groups, budget);
      default -> profit(source.withLimits(lifted(guardrail.index())), groups, budget);
    };
  }

  private double profit(HullSource free, Optional<GroupBudgets> limited, double most) {
    return BudgetFrontier.of(free, limited, cancelled).at(most).profit();
  }

  private RowLimits lifted(byte guardrail) {
    RowLimits limits = source.limits();
    byte[] cap = limits.cap().clone();
    for (int i = 0; i < cap.length; i++) {
      if (limits.bound()[i] == guardrail) {
        cap[i] = limits.lifted()[i];
      }
    }
    return new RowLimits(cap, limits.bound(), limits.lifted());
  }
}
