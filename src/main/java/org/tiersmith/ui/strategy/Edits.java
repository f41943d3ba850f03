package org.tiersmith.ui.strategy;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.tiersmith.model.TierLadder;
import org.tiersmith.strategy.Alpha;
import org.tiersmith.strategy.Policy;
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
    return alpha(
        old -> {
          Map<String, Double> bySegment = new HashMap<>(old.bySegment());
          bySegment.put(segment, value);
          return new Alpha(old.all(), bySegment);
        });
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
