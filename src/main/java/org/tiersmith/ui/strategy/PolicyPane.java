package org.tiersmith.ui.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.tiersmith.response.AlphaEstimate;
import org.tiersmith.service.StrategyGround;
import org.tiersmith.strategy.Alpha;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.LabelledSlider;
import org.tiersmith.ui.kit.LabelledSlider.Layout;
import org.tiersmith.ui.kit.LabelledSlider.Range;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.ValueFormat;

/** Which policy, its formula, and the sliders that this policy has. */
final class PolicyPane extends VBox {
  private static final double ALPHA_STEP = 0.01;

  private final Live live;
  private final StrategyViewModel model;
  private final VBox sliders = new VBox(12);
  private final List<Subscription> ties = new ArrayList<>();
  private @Nullable PolicyKind built;
  private @Nullable StrategyGround builtOn;

  PolicyPane(Live live) {
    super(10);
    this.live = live;
    this.model = live.model();
    getChildren()
        .addAll(
            Labels.section(live.texts().bind("policy")),
            chooser(),
            Labels.paragraph(live.text(this::formula)),
            sliders);
    model.currentProperty().subscribe(this::rebuild);
    model.groundProperty().subscribe(this::rebuild);
    rebuild();
  }

  private ComboBox<PolicyKind> chooser() {
    ComboBox<PolicyKind> chooser =
        Combos.of(live.ui().language(), kind -> live.texts().choice("policy", kind));
    chooser.setMaxWidth(Double.MAX_VALUE);
    chooser.setId("policy");
    chooser.accessibleTextProperty().bind(live.texts().bind("policy"));
    model
        .groundProperty()
        .subscribe(
            ground ->
                chooser
                    .getItems()
                    .setAll(
                        List.of(PolicyKind.values()).stream()
                            .filter(kind -> model.start(kind).isPresent())
                            .toList()));
    model.currentProperty().subscribe(shown -> show(chooser, shown));
    model.groundProperty().subscribe(ground -> show(chooser, model.currentProperty().get()));
    chooser
        .valueProperty()
        .subscribe(
            kind -> {
              if (kind != null) {
                model.choose(kind);
              }
            });
    return chooser;
  }

  private static void show(ComboBox<PolicyKind> chooser, @Nullable Scenario shown) {
    if (shown != null) {
      chooser.setValue(PolicyKind.of(shown.policy()));
    }
  }

  private String formula() {
    Scenario shown = model.currentProperty().get();
    return shown == null ? "" : live.texts().choice("formula", PolicyKind.of(shown.policy()));
  }

  private void rebuild() {
    Scenario shown = model.currentProperty().get();
    StrategyGround ground = model.groundProperty().get();
    if (shown == null || ground == null) {
      return;
    }
    PolicyKind kind = PolicyKind.of(shown.policy());
    if (kind == built && Objects.equals(ground, builtOn)) {
      return;
    }
    built = kind;
    builtOn = ground;
    ties.forEach(Subscription::unsubscribe);
    ties.clear();
    sliders.getChildren().clear();
    switch (shown.policy()) {
      case Policy.Target policy -> {
        sliders.getChildren().addAll(alphaForAll(policy.alpha(), ground), target(ground));
        sliders
            .getChildren()
            .add(new AlphaPane(live, ground, alphaMax(policy.alpha(), ground), ties));
      }
      case Policy.Classic policy -> {
        sliders.getChildren().add(alphaForAll(policy.alpha(), ground));
        sliders
            .getChildren()
            .add(new AlphaPane(live, ground, alphaMax(policy.alpha(), ground), ties));
      }
      case Policy.Fixed _ -> sliders.getChildren().add(fixedRate());
      case Policy.BudgetOptimum _ -> sliders.getChildren().add(budget());
      case Policy.Similarity _, Policy.SegmentRates _, Policy.ProfitOptimum _ -> {}
    }
  }

  private LabelledSlider alphaForAll(Alpha alpha, StrategyGround ground) {
    LabelledSlider slider =
        slider(
            "alpha-all",
            live.texts().bind("alpha.all"),
            new Range(0, alphaMax(alpha, ground), ALPHA_STEP),
            ValueFormat.number(2));
    AlphaEstimate estimate = ground.alpha().all();
    if (built == PolicyKind.TARGET && isShown(estimate)) {
      slider
          .estimateProperty()
          .set(new LabelledSlider.Estimate(estimate.alpha(), estimate.low(), estimate.high()));
    }
    ties.add(
        ScenarioSlider.tie(
            slider,
            model,
            ALPHA_STEP,
            s -> {
              Alpha now = PolicyKind.alpha(s.policy());
              return now == null ? Double.NaN : now.all();
            },
            Edits::alphaForAll));
    return slider.captioned(live.text(() -> alphaSentence(estimate)));
  }

  private String alphaSentence(AlphaEstimate estimate) {
    Scenario shown = model.currentProperty().get();
    Alpha alpha = shown == null ? null : PolicyKind.alpha(shown.policy());
    if (alpha == null) {
      return "";
    }
    if (built == PolicyKind.CLASSIC) {
      double rate = -alpha.all() * Math.log1p(-0.3);
      return live.texts().get("alpha.classic", live.ui().formats().percent(Math.min(rate, 1), 1));
    }
    if (!isShown(estimate)) {
      return live.texts().get("alpha.none");
    }
    return live.texts()
        .get(
            "alpha.suggested",
            live.ui().formats().number(estimate.alpha(), 2),
            live.ui().formats().number(estimate.low(), 2),
            live.ui().formats().number(estimate.high(), 2));
  }

  private LabelledSlider target(StrategyGround ground) {
    double end = StrategyViewModel.end(ground);
    double step = end <= 0.3 ? 0.001 : 0.01;
    double start =
        model.currentProperty().get() instanceof Scenario s && s.policy() instanceof Policy.Target t
            ? t.target()
            : 0;
    LabelledSlider slider =
        slider(
            "target",
            live.texts().bind("target"),
            new Range(step, Math.clamp(Math.max(end, start), 0.05, 0.99), step),
            ValueFormat.percent(step < 0.01 ? 1 : 0));
    ties.add(
        ScenarioSlider.tie(
            slider,
            model,
            step,
            s -> s.policy() instanceof Policy.Target t ? t.target() : Double.NaN,
            Edits::target));
    return slider;
  }

  private LabelledSlider fixedRate() {
    LabelledSlider slider =
        slider(
            "fixed-rate",
            live.texts().bind("fixed-rate"),
            new Range(0, 0.6, 0.005),
            ValueFormat.percent(1));
    ties.add(
        ScenarioSlider.tie(
            slider,
            model,
            0.005,
            s -> s.policy() instanceof Policy.Fixed fixed ? fixed.rate() : Double.NaN,
            Edits::fixedRate));
    return slider;
  }

  private LabelledSlider budget() {
    double max = 1.2 * budgetEnd();
    double step = Math.pow(10, Math.floor(Math.log10(Math.max(max, 10))) - 2);
    LabelledSlider slider =
        slider(
            "budget",
            live.texts().bind("budget"),
            new Range(0, Math.max(max, step), step),
            new ValueFormat(1, 0, ""));
    ties.add(
        ScenarioSlider.tie(
            slider,
            model,
            step,
            s -> s.policy() instanceof Policy.BudgetOptimum b ? b.budget() : Double.NaN,
            Edits::budget));
    return slider.captioned(live.text(this::budgetSentence));
  }

  /** What the profit optimum would spend, or the present budget where that is more. */
  private double budgetEnd() {
    double most =
        model
            .start(PolicyKind.BUDGET)
            .map(policy -> policy instanceof Policy.BudgetOptimum b ? 2 * b.budget() : 0.0)
            .orElse(0.0);
    return model.currentProperty().get() instanceof Scenario s
            && s.policy() instanceof Policy.BudgetOptimum b
        ? Math.max(most, b.budget())
        : most;
  }

  private String budgetSentence() {
    WhatIf.Answer answer = model.answerProperty().get();
    var certificate = answer == null ? null : answer.current().outcome().certificate();
    if (certificate == null) {
      return "";
    }
    return live.texts()
        .get(
            certificate.shadowPrice() > 0 ? "budget.binds" : "budget.free",
            live.ui().formats().money(100, 0),
            live.ui().formats().money(100 * certificate.shadowPrice()),
            live.ui().formats().percent(certificate.gap(), 4));
  }

  private LabelledSlider slider(
      String id, ObservableValue<String> name, Range range, ValueFormat format) {
    LabelledSlider slider =
        new LabelledSlider(
            Layout.STACKED, name, range, format, live.ui().formats(), live.ui().language());
    slider.setId(id);
    return slider;
  }

  private static boolean isShown(AlphaEstimate estimate) {
    return Double.isFinite(estimate.alpha()) && Double.isFinite(estimate.high());
  }

  /** Far enough for the estimates and for all present values. */
  private static double alphaMax(Alpha alpha, StrategyGround ground) {
    double most = Math.max(0.5, 2 * alpha.all());
    for (double own : alpha.bySegment().values()) {
      most = Math.max(most, own);
    }
    for (AlphaEstimate estimate : ground.alpha().bySegment()) {
      most = isShown(estimate) ? Math.max(most, 1.2 * estimate.high()) : most;
    }
    return Math.ceil(most * 2) / 2;
  }
}
