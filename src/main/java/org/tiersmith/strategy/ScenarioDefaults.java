package org.tiersmith.strategy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tiersmith.model.TierLadder;
import org.tiersmith.response.AdditiveHazard;

/**
 * Scenarios to start from, each policy scaled to the portfolio at hand so that its slider begins
 * where something can be seen. Chosen numbers are rounded to two digits.
 */
public final class ScenarioDefaults {
  /** 0, 5, 10, 15, 20 and 30 %. */
  public static final TierLadder TIERS = TierLadder.of(0, 0.05, 0.1, 0.15, 0.2, 0.3);

  /** A margin of at least 10 %, and no more than 30 % off. */
  public static final Guardrails GUARDRAILS = new Guardrails(0.1, 0.3);

  /** The rate around which the policies are scaled. */
  private static final double USUAL_RATE = 0.1;

  /** Below this mean k nothing answers a discount, and 1 / k is of no use. */
  private static final double LEAST_K = 1e-3;

  private ScenarioDefaults() {}

  /** A scenario with the usual tiers and guardrails. */
  public static Scenario of(String name, Policy policy) {
    return new Scenario(name, policy, TIERS, Snap.DOWN, GUARDRAILS);
  }

  /** One scenario per policy that the portfolio allows: those that weigh profits need costs. */
  public static List<Scenario> all(Portfolio portfolio) {
    List<Scenario> scenarios = new ArrayList<>();
    scenarios.add(of(classic(portfolio)));
    scenarios.add(of(target(portfolio)));
    scenarios.add(of(new Policy.Fixed(USUAL_RATE)));
    if (portfolio.anyCostKnown()) {
      scenarios.add(of(new Policy.ProfitOptimum()));
      scenarios.add(of(budget(portfolio)));
    }
    return scenarios;
  }

  /** The name of a scenario that nobody has named. */
  public static String name(Policy policy) {
    return switch (policy) {
      case Policy.Classic _ -> "Classic";
      case Policy.Target _ -> "Target";
      case Policy.Similarity _ -> "Similarity";
      case Policy.Fixed _ -> "Fixed";
      case Policy.SegmentRates _ -> "By segment";
      case Policy.ProfitOptimum _ -> "Profit";
      case Policy.BudgetOptimum _ -> "Budget";
    };
  }

  private static Scenario of(Policy policy) {
    return of(name(policy), policy);
  }

  /** Alpha such that the mean raw rate is 10 %. */
  public static Policy.Classic classic(Portfolio portfolio) {
    double mean = Arrays.stream(hazards(portfolio)).average().orElse(1);
    return new Policy.Classic(Alpha.of(round(USUAL_RATE / mean)));
  }

  /**
   * Alpha {@code 1 / mean k}, as the response suggests, and the target that the pair of median
   * hazard and mean k reaches with 10 % off.
   */
  public static Policy.Target target(Portfolio portfolio) {
    double k = Math.max(Arrays.stream(portfolio.k()).average().orElse(1), LEAST_K);
    double[] hazards = hazards(portfolio);
    Arrays.parallelSort(hazards);
    double median = hazards.length == 0 ? 1 : hazards[hazards.length / 2];
    double target = round(AdditiveHazard.ofHazard(median + USUAL_RATE * k));
    return new Policy.Target(Alpha.of(round(1 / k)), Math.clamp(target, 0.0001, 0.99));
  }

  /** Half of what the profit optimum would spend. */
  public static Policy.BudgetOptimum budget(Portfolio portfolio) {
    Scenario free = of("", new Policy.ProfitOptimum());
    Outcome outcome = Evaluator.evaluate(portfolio, free, () -> false);
    return new Policy.BudgetOptimum(round(outcome.all().discountCost() / 2));
  }

  private static double[] hazards(Portfolio portfolio) {
    double[] hazards = new double[portfolio.size()];
    Arrays.setAll(hazards, portfolio::hazard);
    return hazards;
  }

  private static double round(double value) {
    return BigDecimal.valueOf(value).round(new MathContext(2)).doubleValue();
  }
}
