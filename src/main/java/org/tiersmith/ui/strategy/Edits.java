package org.tiersmith.ui.strategy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.TierLadder;
import org.tiersmith.response.ResponseKind;
import org.tiersmith.strategy.Alpha;
import org.tiersmith.strategy.Cap;
import org.tiersmith.strategy.Exclusion;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.Precedence;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.strategy.Snap;

/**
 * What a person can change of a scenario. A change that its policy has no place for leaves it as it
 * is: a slider may still be moving when the policy is already another.
 */
final class Edits {
  private Edits() {}

  static UnaryOperator<Scenario> policy(Policy policy) {
    return s -> s.withPolicy(policy);
  }

  static UnaryOperator<Scenario> alphaForAll(double all) {
    return alpha(old -> new Alpha(all, old.bySegment()));
  }

  static UnaryOperator<Scenario> alphaOf(String segment, double value) {
    return alpha(old -> new Alpha(old.all(), with(old.bySegment(), segment, value)));
  }

  /** Alphas of their own for the given segments, none for others. */
  static UnaryOperator<Scenario> alphas(Map<String, Double> bySegment) {
    return alpha(old -> new Alpha(old.all(), bySegment));
  }

  static UnaryOperator<Scenario> target(double target) {
    return s ->
        s.policy() instanceof Policy.Target old
            ? policy(new Policy.Target(old.alpha(), target)).apply(s)
            : s;
  }

  static UnaryOperator<Scenario> fixedRate(double rate) {
    return s -> s.policy() instanceof Policy.Fixed ? policy(new Policy.Fixed(rate)).apply(s) : s;
  }

  static UnaryOperator<Scenario> segmentRate(String segment, double rate) {
    return s ->
        s.policy() instanceof Policy.SegmentRates old
            ? policy(new Policy.SegmentRates(old.all(), with(old.bySegment(), segment, rate)))
                .apply(s)
            : s;
  }

  /** The rate of every segment that has none of its own. */
  static UnaryOperator<Scenario> rateForAll(double rate) {
    return s ->
        s.policy() instanceof Policy.SegmentRates old
            ? policy(new Policy.SegmentRates(rate, old.bySegment())).apply(s)
            : s;
  }

  /** No segment has a rate of its own. */
  static UnaryOperator<Scenario> oneRate() {
    return s ->
        s.policy() instanceof Policy.SegmentRates old
            ? policy(new Policy.SegmentRates(old.all(), Map.of())).apply(s)
            : s;
  }

  static UnaryOperator<Scenario> similarityBase(double base) {
    return s ->
        s.policy() instanceof Policy.Similarity old
            ? policy(new Policy.Similarity(base, old.slope())).apply(s)
            : s;
  }

  static UnaryOperator<Scenario> similaritySlope(double slope) {
    return s ->
        s.policy() instanceof Policy.Similarity old
            ? policy(new Policy.Similarity(old.base(), slope)).apply(s)
            : s;
  }

  /** Budgets of their own for segments; none for categories. */
  static UnaryOperator<Scenario> segmentBudgets(Map<String, Double> budgets) {
    return s ->
        s.policy() instanceof Policy.BudgetOptimum old
            ? policy(new Policy.BudgetOptimum(old.budget(), budgets, Map.of())).apply(s)
            : s;
  }

  /** Budgets of their own for categories; none for segments. */
  static UnaryOperator<Scenario> categoryBudgets(Map<String, Double> budgets) {
    return s ->
        s.policy() instanceof Policy.BudgetOptimum old
            ? policy(new Policy.BudgetOptimum(old.budget(), Map.of(), budgets)).apply(s)
            : s;
  }

  static UnaryOperator<Scenario> budget(double budget) {
    return s ->
        s.policy() instanceof Policy.BudgetOptimum old
            ? policy(new Policy.BudgetOptimum(budget, old.bySegment(), old.byCategory())).apply(s)
            : s;
  }

  static UnaryOperator<Scenario> tiers(TierLadder tiers) {
    return s -> s.withTiers(tiers);
  }

  static UnaryOperator<Scenario> snap(Snap snap) {
    return s -> s.withSnap(snap);
  }

  static UnaryOperator<Scenario> minMargin(double margin) {
    return s -> s.withGuardrails(s.guardrails().withMinMargin(margin));
  }

  static UnaryOperator<Scenario> maxDiscount(double cap) {
    return s -> s.withGuardrails(s.guardrails().withMaxDiscount(cap));
  }

  static UnaryOperator<Scenario> boundaries(@Nullable List<Double> boundaries) {
    return s -> s.withBoundaries(boundaries);
  }

  static UnaryOperator<Scenario> response(ResponseKind response) {
    return s -> s.withResponse(response);
  }

  static UnaryOperator<Scenario> minRate(double rate) {
    return s -> s.withGuardrails(s.guardrails().withMinRate(rate));
  }

  /** At most so many discounted products a customer; null for no limit. */
  static UnaryOperator<Scenario> perCustomer(@Nullable Integer most) {
    return s -> s.withGuardrails(s.guardrails().withPerCustomer(most));
  }

  /** The total budget as a guardrail; null for no limit. */
  static UnaryOperator<Scenario> totalBudget(@Nullable Double budget) {
    return s -> s.withGuardrails(s.guardrails().withBudget(budget));
  }

  static UnaryOperator<Scenario> caps(List<Cap> caps) {
    return s -> s.withGuardrails(s.guardrails().withCaps(caps, s.guardrails().precedence()));
  }

  static UnaryOperator<Scenario> precedence(Precedence precedence) {
    return s -> s.withGuardrails(s.guardrails().withCaps(s.guardrails().caps(), precedence));
  }

  static UnaryOperator<Scenario> exclusions(List<Exclusion> exclusions) {
    return s -> s.withGuardrails(s.guardrails().withExclusions(exclusions));
  }

  private static Map<String, Double> with(Map<String, Double> map, String key, double value) {
    Map<String, Double> changed = new HashMap<>(map);
    changed.put(key, value);
    return changed;
  }

  private static UnaryOperator<Scenario> alpha(UnaryOperator<Alpha> change) {
    return s ->
        switch (s.policy()) {
          case Policy.Classic old -> policy(new Policy.Classic(change.apply(old.alpha()))).apply(s);
          case Policy.Target old ->
              policy(new Policy.Target(change.apply(old.alpha()), old.target())).apply(s);
          case Policy.Similarity _,
              Policy.Fixed _,
              Policy.SegmentRates _,
              Policy.ProfitOptimum _,
              Policy.BudgetOptimum _ ->
              s;
        };
  }
}
