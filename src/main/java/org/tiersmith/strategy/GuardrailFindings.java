package org.tiersmith.strategy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.tiersmith.model.DiscountRate;
import org.tiersmith.model.Text;

/**
 * Says in sentences where guardrails contradict each other, the ladder or the pairs: what leaves
 * nothing to give, and what has no effect.
 */
public final class GuardrailFindings {
  private static final int LISTED = 3;

  private final Portfolio portfolio;
  private final Scenario scenario;
  private final Guardrails guardrails;
  private final double[] rates;
  private final List<Text> found = new ArrayList<>();

  private GuardrailFindings(Portfolio portfolio, Scenario scenario) {
    this.portfolio = portfolio;
    this.scenario = scenario;
    this.guardrails = scenario.guardrails();
    this.rates = scenario.tiers().toArray();
  }

  /** What there is to say, the gravest first; visits every pair. */
  public static List<Text> of(Portfolio portfolio, Scenario scenario, BooleanSupplier cancelled) {
    GuardrailFindings findings = new GuardrailFindings(portfolio, scenario);
    if (findings.ladder().map(findings.found::add).isEmpty()) {
      findings.money();
      findings.rows(cancelled);
    }
    findings.names();
    return List.copyOf(findings.found);
  }

  /** What leaves nobody anything, whatever the pairs. */
  private Optional<Text> ladder() {
    if (rates.length == 1) {
      return Optional.of(
          Text.of(
              "finding.no-tiers", "The ladder has no tier above none: nobody gets a discount."));
    }
    LadderLimits ladder = new LadderLimits(rates, guardrails.minRate());
    if (ladder.first() == rates.length) {
      return Optional.of(
          Text.of(
              "finding.min-above-tiers",
              "The smallest discount worth giving ({0}) lies above the highest tier ({1}): nobody"
                  + " gets a discount.",
              percent(guardrails.minRate()),
              percent(rates[rates.length - 1])));
    }
    boolean freed = guardrails.precedence() == Precedence.MOST_SPECIFIC && hasCaps();
    if (NamedLimits.tier(rates, guardrails.maxDiscount()) < ladder.first() && !freed) {
      return Optional.of(
          Text.of(
              "finding.cap-below-tiers",
              "The highest discount ({0}) lies below the smallest that may be given ({1}): nobody"
                  + " gets a discount.",
              percent(guardrails.maxDiscount()),
              percent(rates[ladder.first()])));
    }
    Integer most = guardrails.perCustomer();
    return most != null && most == 0
        ? Optional.of(
            Text.of(
                "finding.none-per-customer",
                "No product per customer may have a discount: nobody gets one."))
        : Optional.empty();
  }

  private boolean hasCaps() {
    return !guardrails.caps().isEmpty();
  }

  private void money() {
    Double whole = guardrails.budget();
    boolean none = scenario.policy() instanceof Policy.BudgetOptimum own && own.budget() == 0;
    if (none || (whole != null && whole == 0)) {
      found.add(Text.of("finding.no-budget", "The budget is 0: nobody gets a discount."));
    }
    if (scenario.policy() instanceof Policy.BudgetOptimum policy) {
      if (whole != null && whole < policy.budget()) {
        found.add(
            Text.of(
                "finding.two-budgets",
                "The budget among the guardrails ({0}) is lower than the policy''s ({1}); the"
                    + " lower one holds.",
                whole,
                policy.budget()));
      }
      double parts =
          policy.bySegment().values().stream().mapToDouble(b -> b).sum()
              + policy.byCategory().values().stream().mapToDouble(b -> b).sum();
      if (parts > policy.budget()) {
        found.add(
            Text.of(
                "finding.parts-above-whole",
                "The budgets by group come to {0}, more than the whole budget of {1}, which holds"
                    + " for them together.",
                parts,
                policy.budget()));
      }
    }
  }

  /** What guardrails do to pairs and products. */
  private void rows(BooleanSupplier cancelled) {
    int first = new LadderLimits(rates, guardrails.minRate()).first();
    RowLimits limits = RowLimits.of(portfolio, rates, guardrails, cancelled);
    long[] without = new long[BoundBy.values().length];
    Products open = new Products();
    long none = 0;
    for (int i = 0; i < portfolio.size(); i++) {
      if (limits.cap()[i] < first) {
        without[limits.bound()[i]]++;
        none++;
      } else {
        open.add(i);
      }
    }
    if (none > 0 && none == portfolio.size()) {
      found.add(
          Text.of(
              "finding.nothing-left",
              "Together the guardrails leave no pair any discount. Loosen one of them."));
    }
    for (BoundBy by : List.of(BoundBy.MARGIN_FLOOR, BoundBy.BELOW_COST)) {
      if (without[by.index()] > 0) {
        Products closed = new Products();
        for (int i = 0; i < portfolio.size(); i++) {
          if (limits.cap()[i] < first && limits.bound()[i] == by.index()) {
            closed.add(i);
          }
        }
        closed.seen.andNot(open.seen);
        found.add(leftOut(by, closed.seen.cardinality(), without[by.index()]));
      }
    }
  }

  private Text leftOut(BoundBy by, int products, long pairs) {
    if (by == BoundBy.MARGIN_FLOOR) {
      return products > 0
          ? Text.of(
              "finding.margin-products",
              "The margin floor of {0} leaves no discount for {1,choice,1#one product|1<{1}"
                  + " products}.",
              percent(guardrails.minMargin()),
              products)
          : Text.of(
              "finding.margin-pairs",
              "The margin floor of {0} leaves no discount for {1,choice,1#one pair|1<{1} pairs}.",
              percent(guardrails.minMargin()),
              pairs);
    }
    return products > 0
        ? Text.of(
            "finding.cost-products",
            "{0,choice,1#One product|1<{0} products} would fall below cost with even the smallest"
                + " discount.",
            products)
        : Text.of(
            "finding.cost-pairs",
            "{0,choice,1#One pair|1<{0} pairs} would fall below cost with even the smallest"
                + " discount.",
            pairs);
  }

  /** Caps and exclusions that have no effect. */
  private void names() {
    NamedLimits.Names names = new NamedLimits.Names(portfolio, guardrails);
    Set<Exclusion> excluded = new HashSet<>(guardrails.exclusions());
    List<String> unknown = new ArrayList<>();
    for (Exclusion exclusion : guardrails.exclusions()) {
      if (names.index(exclusion.scope(), exclusion.name()) == null) {
        unknown.add(exclusion.name());
      }
    }
    for (Cap cap : guardrails.caps()) {
      if (names.index(cap.scope(), cap.name()) == null) {
        unknown.add(cap.name());
      } else if (excluded.contains(new Exclusion(cap.scope(), cap.name()))) {
        found.add(
            Text.of(
                "finding.cap-on-excluded",
                "{0} is excluded, so its cap of {1} has no effect.",
                cap.name(),
                percent(cap.maxRate())));
      }
    }
    if (!unknown.isEmpty()) {
      found.add(
          Text.of(
              "finding.unknown-names",
              "Caps or exclusions name nobody and nothing among the pairs: {0}.",
              String.join(", ", unknown.subList(0, Math.min(LISTED, unknown.size())))
                  + (unknown.size() > LISTED ? ", ..." : "")));
    }
  }

  private static String percent(double rate) {
    return rate < 1 ? Reasons.label(new DiscountRate(rate)) : "100%";
  }

  /** The products of some pairs; none where pairs have no products. */
  private final class Products {
    private final BitSet seen = new BitSet();

    void add(int pair) {
      if (portfolio.keys().known()) {
        seen.set(portfolio.keys().product()[pair]);
      }
    }
  }
}
