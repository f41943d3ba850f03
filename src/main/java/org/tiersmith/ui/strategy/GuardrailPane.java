package org.tiersmith.ui.strategy;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import javafx.scene.layout.VBox;
import org.tiersmith.strategy.BoundBy;
import org.tiersmith.strategy.GuardrailEffect;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.LabelledSlider;
import org.tiersmith.ui.kit.LabelledSlider.Layout;
import org.tiersmith.ui.kit.LabelledSlider.Range;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.ValueFormat;

/** The hard limits, each with what it does and what it costs. */
final class GuardrailPane extends VBox {
  private static final double STEP = 0.01;

  private final Live live;

  GuardrailPane(Live live) {
    super(10);
    this.live = live;
    getChildren()
        .addAll(
            Labels.section(live.texts().bind("guardrails")),
            slider(
                "margin-floor",
                0.9,
                EnumSet.of(BoundBy.MARGIN_FLOOR, BoundBy.BELOW_COST),
                s -> s.guardrails().minMargin(),
                Edits::minMargin),
            slider(
                "cap",
                1,
                EnumSet.of(BoundBy.CAP),
                s -> s.guardrails().maxDiscount(),
                Edits::maxDiscount));
  }

  private LabelledSlider slider(
      String id,
      double max,
      Set<BoundBy> effects,
      ToDoubleFunction<Scenario> read,
      DoubleFunction<UnaryOperator<Scenario>> write) {
    LabelledSlider slider =
        new LabelledSlider(
            Layout.STACKED,
            live.texts().bind(id),
            new Range(0, max, STEP),
            ValueFormat.percent(0),
            live.ui().formats(),
            live.ui().language());
    slider.setId(id);
    ScenarioSlider.tie(slider, live.model(), STEP, read, write);
    return slider.captioned(live.text(() -> effect(effects)));
  }

  private String effect(Set<BoundBy> of) {
    WhatIf.Answer answer = live.model().answerProperty().get();
    if (answer == null) {
      return "";
    }
    long rows = 0;
    double cost = 0;
    for (GuardrailEffect effect : answer.current().outcome().guardrails()) {
      if (of.contains(effect.guardrail())) {
        rows += effect.rows();
        cost += effect.profitCost();
      }
    }
    Formats formats = live.ui().formats();
    if (rows == 0) {
      return live.texts().get("guardrail.idle");
    }
    if (Double.isNaN(cost)) {
      return live.texts().get("guardrail.rows", rows);
    }
    return live.texts()
        .get(
            cost >= 0 ? "guardrail.costs" : "guardrail.saves", rows, formats.money(Math.abs(cost)));
  }
}
