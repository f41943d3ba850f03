package org.tiersmith.ui.strategy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.tiersmith.response.AdditiveHazard;
import org.tiersmith.strategy.Alpha;
import org.tiersmith.strategy.CurvePoints;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.Scenario;

/**
 * The rate that a scenario gives at each purchase probability, for a chart.
 *
 * @param edges where each step begins, and the end: one more than there are rates
 * @param rates between the edges
 * @param raw the rule before tiers, at the edges; null where there is no such rule
 */
record RateCurve(double[] edges, double[] rates, double @Nullable [] raw) {
  private static final int RULE_STEPS = 400;
  private static final int GRANTED_STEPS = 50;
  private static final String ALL = "all";

  /**
   * The tiers of a rule of the probability alone with the alpha of all, no higher than the cap; at
   * once. Empty for other policies.
   *
   * @param end the highest probability shown, in (0, 1]
   */
  static Optional<RateCurve> ofRule(Scenario scenario, double end) {
    if (!PolicyKind.of(scenario.policy()).isRule()) {
      return Optional.empty();
    }
    int points = (int) Math.round(RULE_STEPS / end);
    Scenario plain = Edits.alphas(Map.of()).apply(scenario);
    double[] rates = CurvePoints.ofRule(plain, List.of(ALL), 0, points).orElseThrow().rate();
    double cap = cap(scenario);
    double[] kept = Arrays.copyOf(rates, Math.min(rates.length, RULE_STEPS));
    double least = scenario.guardrails().minRate();
    Arrays.setAll(kept, i -> Math.min(kept[i], cap) < least ? 0 : Math.min(kept[i], cap));
    double[] edges = edges(kept.length, points);
    double[] raw = Arrays.stream(edges).map(p -> raw(scenario.policy(), p)).toArray();
    return Optional.of(new RateCurve(edges, kept, raw));
  }

  /** The mean rate that any policy grants near each probability; visits every pair. */
  static RateCurve ofGranted(
      StrategyDesk desk, Scenario scenario, double end, BooleanSupplier cancelled) {
    int points = (int) Math.round(GRANTED_STEPS / end);
    double[] rates = desk.granted(scenario, points, cancelled).rate();
    double[] kept = Arrays.copyOf(rates, Math.min(rates.length, GRANTED_STEPS));
    for (int i = 0; i < kept.length; i++) {
      if (Double.isNaN(kept[i])) {
        kept[i] = i == 0 ? 0 : kept[i - 1];
      }
    }
    return new RateCurve(edges(kept.length, points), kept, null);
  }

  private static double cap(Scenario scenario) {
    return Arrays.stream(scenario.tiers().toArray())
        .filter(rate -> rate <= scenario.guardrails().maxDiscount() + 1e-12)
        .max()
        .orElse(0);
  }

  private static double[] edges(int steps, int points) {
    double[] edges = new double[steps + 1];
    Arrays.setAll(edges, i -> (double) i / points);
    return edges;
  }

  private static double raw(Policy policy, double probability) {
    double hazard = AdditiveHazard.hazard(Math.min(probability, 0.9999));
    return switch (policy) {
      case Policy.Classic p -> strength(p.alpha()) * hazard;
      case Policy.Target p ->
          Math.max(0, strength(p.alpha()) * (AdditiveHazard.hazard(p.target()) - hazard));
      case Policy.Fixed p -> p.rate();
      case Policy.Similarity _,
          Policy.SegmentRates _,
          Policy.ProfitOptimum _,
          Policy.BudgetOptimum _ ->
          Double.NaN;
    };
  }

  private static double strength(Alpha alpha) {
    return alpha.all();
  }
}
