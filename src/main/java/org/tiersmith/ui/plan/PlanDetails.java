package org.tiersmith.ui.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Provenance;
import org.tiersmith.plan.FrozenPlan;
import org.tiersmith.service.GivenNames;
import org.tiersmith.service.PlanView;
import org.tiersmith.strategy.Alpha;
import org.tiersmith.strategy.Figures;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.ui.kit.Facts;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/**
 * All that is written down about one plan: its settings, its totals, where its numbers are from.
 */
final class PlanDetails extends StackPane {
  private final Texts texts;
  private final Formats formats;
  private final Facts facts = new Facts();

  PlanDetails(Ui ui, Texts texts, PlanViewModel model) {
    this.texts = texts;
    this.formats = ui.formats();
    getChildren().add(facts);
    model.selectedProperty().subscribe(this::show);
    ui.language().tongueProperty().subscribe(tongue -> show(model.selectedProperty().get()));
    formats.currencyProperty().subscribe(sign -> show(model.selectedProperty().get()));
  }

  private void show(@Nullable PlanView view) {
    facts.clear();
    if (view == null) {
      return;
    }
    FrozenPlan plan = view.plan();
    group("group.settings", settings(plan));
    group("group.totals", totals(plan));
    group("group.provenance", provenance(plan.provenance()));
  }

  private void group(String title, Map<String, String> lines) {
    facts.group(texts.bind(title));
    lines.forEach((name, value) -> facts.fact(texts.bind("fact." + name), value));
  }

  private Map<String, String> settings(FrozenPlan plan) {
    Scenario scenario = plan.scenario();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("policy", policy(scenario.policy()));
    facts.put(
        "tiers",
        scenario.tiers().rates().stream()
            .map(rate -> rate(rate.value()))
            .collect(Collectors.joining(", ")));
    facts.put("snap", texts.choice("snap", scenario.snap()));
    facts.put("margin-floor", rate(scenario.guardrails().minMargin()));
    facts.put("cap", rate(scenario.guardrails().maxDiscount()));
    facts.put("segments", plan.segmentScheme());
    return facts;
  }

  private String policy(Policy policy) {
    return switch (policy) {
      case Policy.Classic p -> texts.get("policy.classic", alpha(p.alpha()));
      case Policy.Target p -> texts.get("policy.target", alpha(p.alpha()), rate(p.target()));
      case Policy.Similarity p ->
          texts.get("policy.similarity", formats.number(p.base(), 3), formats.number(p.slope(), 3));
      case Policy.Fixed p -> texts.get("policy.fixed", rate(p.rate()));
      case Policy.SegmentRates p -> texts.get("policy.segment", segmentRates(p));
      case Policy.ProfitOptimum _ -> texts.get("policy.profit");
      case Policy.BudgetOptimum p -> texts.get("policy.budget", formats.money(p.budget()));
    };
  }

  private String alpha(Alpha alpha) {
    return bySegment(alpha.all(), alpha.bySegment(), value -> formats.number(value, 2));
  }

  private String segmentRates(Policy.SegmentRates policy) {
    return bySegment(policy.all(), policy.bySegment(), this::rate);
  }

  private String bySegment(
      double all, Map<String, Double> bySegment, Function<Double, String> format) {
    return bySegment.isEmpty()
        ? format.apply(all)
        : format.apply(all)
            + bySegment.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(
                    own ->
                        texts.language().say(GivenNames.segment(own.getKey()))
                            + " "
                            + format.apply(own.getValue()))
                .collect(Collectors.joining(", ", " (", ")"));
  }

  private Map<String, String> totals(FrozenPlan plan) {
    Figures totals = plan.totals();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("rows", formats.count(plan.rows()));
    facts.put("units", beside(formats.number(totals.units(), 0), totals.incrementalUnits(), 1));
    facts.put("revenue", money(totals.revenue(), totals.incrementalRevenue()));
    facts.put("profit", money(totals.profit(), totals.incrementalProfit()));
    facts.put("discount-cost", formats.money(totals.discountCost()));
    facts.put(
        "waste", formats.money(totals.waste()) + " · " + formats.percent(totals.wasteShare(), 0));
    facts.put("customers", formats.count(totals.customersReached()));
    facts.put("mean-rate", formats.percent(totals.meanRate(), 1));
    return facts;
  }

  private String money(double amount, double change) {
    return Double.isNaN(amount)
        ? texts.get("cost-unknown")
        : texts.get(
            "with-change", formats.money(amount), formats.signed(change, formats.money(change)));
  }

  private String beside(String amount, double change, int decimals) {
    return texts.get(
        "with-change", amount, formats.signed(change, formats.number(change, decimals)));
  }

  private Map<String, String> provenance(Provenance provenance) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("made", formats.moment(provenance.madeAt()));
    facts.put("run", provenance.settings().getOrDefault("run", Formats.UNKNOWN));
    facts.put("data", Facts.shortened(provenance.inputHash()));
    facts.put("seed", Long.toString(provenance.seed()));
    facts.put(
        "versions",
        provenance.versions().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(version -> version.getKey() + " " + version.getValue())
            .collect(Collectors.joining(", ")));
    return facts;
  }

  private String rate(double rate) {
    return formats.percent(rate, Math.abs(Math.rint(rate * 100) - rate * 100) < 1e-6 ? 0 : 1);
  }
}
