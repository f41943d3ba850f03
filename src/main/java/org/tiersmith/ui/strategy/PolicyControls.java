package org.tiersmith.ui.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.tiersmith.service.StrategyGround;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.LabelledSlider;
import org.tiersmith.ui.kit.LabelledSlider.Layout;
import org.tiersmith.ui.kit.LabelledSlider.Range;
import org.tiersmith.ui.kit.ValueFormat;
import org.tiersmith.ui.strategy.SegmentSliders.Spec;

/** The controls of one policy. */
final class PolicyControls extends VBox {
  private static final Range RATES = new Range(0, 0.6, 0.005);

  private final Live live;
  private final StrategyDesk desk;
  private final StrategyGround ground;
  private final List<Subscription> ties = new ArrayList<>();

  /**
   * @param shown a scenario of the policy; the sliders reach at least to its numbers
   */
  PolicyControls(Live live, StrategyDesk desk, StrategyGround ground, Scenario shown) {
    super(12);
    this.live = live;
    this.desk = desk;
    this.ground = ground;
    switch (shown.policy()) {
      case Policy.Target policy -> {
        AlphaControls alphas = new AlphaControls(live, ground, policy.alpha(), true);
        getChildren().addAll(alphas.forAll(), target(policy.target()), held(alphas.bySegment()));
        ties.add(alphas::close);
      }
      case Policy.Classic policy -> {
        AlphaControls alphas = new AlphaControls(live, ground, policy.alpha(), false);
        getChildren().addAll(alphas.forAll(), held(alphas.bySegment()));
        ties.add(alphas::close);
      }
      case Policy.Similarity policy -> similarity(policy);
      case Policy.Fixed _ -> getChildren().add(fixedRate());
      case Policy.SegmentRates _ -> segmentRates();
      case Policy.BudgetOptimum policy -> budget(policy);
      case Policy.ProfitOptimum _ -> {}
    }
  }

  /** Ends what ties the controls to the scenario. */
  void close() {
    ties.forEach(Subscription::unsubscribe);
    ties.clear();
  }

  private SegmentSliders held(SegmentSliders sliders) {
    ties.add(sliders::close);
    return sliders;
  }

  private LabelledSlider target(double start) {
    double end = StrategyViewModel.end(ground);
    double step = end <= 0.3 ? 0.001 : 0.01;
    return slider(
        "target",
        new Range(step, Math.clamp(Math.max(end, start), 0.05, 0.99), step),
        ValueFormat.percent(step < 0.01 ? 1 : 0),
        s -> s.policy() instanceof Policy.Target t ? t.target() : Double.NaN,
        Edits::target);
  }

  private void similarity(Policy.Similarity policy) {
    double reach = Math.max(1, Math.ceil(1.5 * Math.abs(policy.slope())));
    double base = Math.max(1, Math.ceil(1.5 * Math.abs(policy.base())));
    getChildren()
        .addAll(
            slider(
                "similarity-base",
                new Range(-base, base, 0.01),
                ValueFormat.number(2),
                s -> s.policy() instanceof Policy.Similarity p ? p.base() : Double.NaN,
                Edits::similarityBase),
            slider(
                    "similarity-slope",
                    new Range(-reach, reach, 0.01),
                    ValueFormat.number(2),
                    s -> s.policy() instanceof Policy.Similarity p ? p.slope() : Double.NaN,
                    Edits::similaritySlope)
                .captioned(live.text(this::similaritySentence)));
  }

  private String similaritySentence() {
    @Nullable Scenario shown = live.model().currentProperty().get();
    if (shown == null || !(shown.policy() instanceof Policy.Similarity policy)) {
      return "";
    }
    return live.texts()
        .get(
            "similarity.sentence",
            live.ui().formats().percent(Math.max(0, policy.base()), 1),
            live.ui().formats().percent(Math.max(0, policy.base() + policy.slope()), 1));
  }

  private LabelledSlider fixedRate() {
    return slider(
        "fixed-rate",
        RATES,
        ValueFormat.percent(1),
        s -> s.policy() instanceof Policy.Fixed fixed ? fixed.rate() : Double.NaN,
        Edits::fixedRate);
  }

  private void segmentRates() {
    LabelledSlider all =
        slider(
            "rate-all",
            RATES,
            ValueFormat.percent(1),
            s -> s.policy() instanceof Policy.SegmentRates rates ? rates.all() : Double.NaN,
            Edits::rateForAll);
    Spec spec =
        new Spec(
            RATES,
            ValueFormat.percent(1),
            (s, segment) ->
                s.policy() instanceof Policy.SegmentRates rates
                    ? rates.bySegment().getOrDefault(segment, rates.all())
                    : Double.NaN,
            Edits::segmentRate,
            segment -> null);
    getChildren()
        .addAll(
            all,
            held(
                new SegmentSliders(
                    live,
                    ground,
                    "rate.by-segment",
                    spec,
                    Buttons.link(
                        live.texts().bind("alpha.follow"),
                        () -> live.model().edit("", Edits.oneRate())))));
  }

  private void budget(Policy.BudgetOptimum policy) {
    double max = 1.2 * Math.max(policy.budget(), 2 * usual());
    double step = Math.pow(10, Math.floor(Math.log10(Math.max(max, 10))) - 2);
    BudgetParts parts = new BudgetParts(live, desk, step);
    ties.add(parts::close);
    getChildren()
        .addAll(
            slider(
                    "budget",
                    new Range(0, Math.max(max, step), step),
                    new ValueFormat(1, 0, ""),
                    s -> s.policy() instanceof Policy.BudgetOptimum b ? b.budget() : Double.NaN,
                    Edits::budget)
                .captioned(live.text(this::budgetSentence)),
            parts);
  }

  /** Half of what the profit optimum would spend. */
  private double usual() {
    return live.model()
        .start(PolicyKind.BUDGET)
        .map(policy -> policy instanceof Policy.BudgetOptimum b ? b.budget() : 0.0)
        .orElse(0.0);
  }

  private String budgetSentence() {
    WhatIf.@Nullable Answer answer = live.model().answerProperty().get();
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
      String id,
      Range range,
      ValueFormat format,
      ToDoubleFunction<Scenario> read,
      DoubleFunction<UnaryOperator<Scenario>> write) {
    LabelledSlider slider =
        new LabelledSlider(
            Layout.STACKED,
            live.texts().bind(id),
            range,
            format,
            live.ui().formats(),
            live.ui().language());
    slider.setId(id);
    ties.add(ScenarioSlider.tie(slider, live.model(), range.step(), read, write));
    return slider;
  }
}
