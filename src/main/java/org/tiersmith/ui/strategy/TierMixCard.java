package org.tiersmith.ui.strategy;

import java.util.List;
import java.util.TreeSet;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tiersmith.service.StrategyGround;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.chart.ChartExport;
import org.tiersmith.ui.kit.chart.StackedBars;
import org.tiersmith.ui.strategy.WhatIf.Answer;
import org.tiersmith.ui.strategy.WhatIf.Side;

/** How the pairs of each segment are spread over the tiers. */
final class TierMixCard extends VBox {
  private final Live live;
  private final StackedBars bars = new StackedBars();

  TierMixCard(Live live) {
    this.live = live;
    bars.setId("tier-mix");
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(live.texts().bind("tier-mix.tooltip"));
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(420);
    Tooltip.install(bars, tooltip);
    Card card =
        new Card(live.texts().bind("tier-mix"), bars)
            .withActions(ChartExport.offer(live.ui(), bars, live.texts().bind("tier-mix")))
            .growing(bars);
    VBox.setVgrow(card, Priority.ALWAYS);
    getChildren().add(card);
    live.follow(this::draw, live.model().groundProperty());
  }

  private void draw() {
    Answer answer = live.model().answerProperty().get();
    StrategyGround ground = live.model().groundProperty().get();
    bars.show(answer == null || ground == null ? null : model(answer, ground));
  }

  /** The current scenario's tiers over the compared one's, by the rates that either ladder has. */
  private StackedBars.Model model(Answer answer, StrategyGround ground) {
    Side current = answer.current();
    Side other = answer.compared();
    TreeSet<Double> rates = new TreeSet<>(rates(current));
    if (other != null) {
      rates.addAll(rates(other));
    }
    List<Double> all = List.copyOf(rates);
    List<String> segments = ground.segments();
    return new StackedBars.Model(
        all.stream().map(rate -> Rates.text(live.ui().formats(), rate)).toList(),
        live.model().largestSegments().stream()
            .filter(s -> s < current.outcome().tierMix().length && s < segments.size())
            .map(
                s ->
                    new StackedBars.Row(
                        live.segment(segments.get(s)),
                        parts(current, all, s),
                        other == null ? null : parts(other, all, s)))
            .toList(),
        count -> live.texts().get("tier-mix.more", count));
  }

  private static List<Double> rates(Side side) {
    return side.scenario().tiers().rates().stream().map(rate -> rate.value()).toList();
  }

  private static double[] parts(Side side, List<Double> all, int segment) {
    double[] parts = new double[all.size()];
    List<Double> rates = rates(side);
    long[][] mix = side.outcome().tierMix();
    for (int t = 0; t < rates.size() && segment < mix.length; t++) {
      parts[all.indexOf(rates.get(t))] = mix[segment][t];
    }
    return parts;
  }
}
