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

  /** The similarity rule with 10 % off for usual pairs and 15 % a standard deviation above. */
  public static Policy.Similarity similarity(Portfolio portfolio) {
    DoubleStatistics of = DoubleStatistics.of(portfolio.similarity());
    double slope = of.deviation() > 0 ? Math.clamp(0.05 / of.deviation(), 0.01, 5) : 0;
    double rounded = Math.round(slope * 100) / 100.0;
    return new Policy.Similarity(Math.round((0.1 - rounded * of.mean()) * 100) / 100.0, rounded);
  }

  /** Mean and standard deviation of a column. */
  private record DoubleStatistics(double mean, double deviation) {
    static DoubleStatistics of(float[] values) {
      double sum = 0;
      double squares = 0;
      for (float value : values) {
        sum += value;
        squares += (double) value * value;
      }
      double mean = values.length == 0 ? 0 : sum / values.length;
      double variance = values.length == 0 ? 0 : squares / values.length - mean * mean;
      return new DoubleStatistics(mean, Math.sqrt(Math.max(0, variance)));
    }
  }

  /** The best plan within half of what the profit optimum would spend. */
  public static Policy.BudgetOptimum budget(Portfolio portfolio) {
    return ScenarioDefaults.budget(portfolio);
  }
}
