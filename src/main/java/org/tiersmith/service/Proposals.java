package org.tiersmith.service;

import org.tiersmith.model.TierLadder;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.Portfolio;
import org.tiersmith.strategy.ScenarioDefaults;

/** What a person may start from who has not chosen anything yet. */
public final class Proposals {
  private Proposals() {}

  /** The usual tiers. */
  public static TierLadder tiers() {
    return ScenarioDefaults.TIERS;
  }

  /** The name of a scenario that nobody has named; {@link GivenNames} says it to a person. */
  public static String name(Policy policy) {
    return ScenarioDefaults.name(policy);
  }

  /** The classic rule, scaled to the portfolio. */
  public static Policy.Classic classic(Portfolio portfolio) {
    return ScenarioDefaults.classic(portfolio);
  }

  /** The target rule with the strength that the learned response suggests. */
  public static Policy.Target target(Portfolio portfolio) {
    return ScenarioDefaults.target(portfolio);
  }

  /** The best plan within half of what the profit optimum would spend. */
  public static Policy.BudgetOptimum budget(Portfolio portfolio) {
    return ScenarioDefaults.budget(portfolio);
  }
}
