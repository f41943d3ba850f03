package org.tiersmith.ui.strategy;

import java.util.Arrays;
import java.util.List;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tiersmith.service.StrategyGround;
import org.tiersmith.ui.kit.Card;
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
    Card card = new Card(live.texts().bind("tier-mix"), bars).growing(bars);
    VBox.setVgrow(card, Priority.ALWAYS);
    getChildren().add(card);
    live.follow(this::draw, live.model().groundProperty());
  }

  private void draw() {
    Answer answer = live.model().answerProperty().get();
    StrategyGround ground = live.model().groundProperty().get();
    bars.show(answer == null || ground == null ? null : model(answer.current(), ground));
  }

  private StackedBars.Model model(Side side, StrategyGround ground) {
    long[][] mix = side.outcome().tierMix();
    List<String> segments = ground.segments();
    return new StackedBars.Model(
        side.scenario().tiers().rates().stream()
            .map(rate -> Rates.text(live.ui().formats(), rate.value()))
            .toList(),
        live.model().largestSegments().stream()
            .filter(s -> s < mix.length && s < segments.size())
            .map(
                s ->
                    new StackedBars.Row(
                        live.segment(segments.get(s)),
                        Arrays.stream(mix[s]).asDoubleStream().toArray()))
            .toList());
  }
}
