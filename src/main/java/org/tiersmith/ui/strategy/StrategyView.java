package org.tiersmith.ui.strategy;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.model.Text;
import org.tiersmith.service.StrategyGround;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Icons;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Scroller;
import org.tiersmith.ui.kit.Steps;

/**
 * What the strategy screen shows over scored pairs: controls at the left, what they bring at the
 * right.
 */
final class StrategyView extends HBox {
  private static final double CONTROLS_WIDTH = 312;

  private final Live live;
  private final StrategyDesk desk;

  StrategyView(Live live, StrategyDesk desk) {
    super(12);
    this.live = live;
    this.desk = desk;
    getStyleClass().add("ts-content");
    VBox controls = new VBox(18);
    VBox results = new VBox(12);
    HBox.setHgrow(results, Priority.ALWAYS);
    getChildren().addAll(framed(controls), results);
    Steps.take(
        live.ui().later(),
        () -> {}, // The first frame has the top bar to style.
        () -> controls.getChildren().add(new PolicyPane(live, desk)),
        () -> controls.getChildren().add(new TierPane(live)),
        () -> controls.getChildren().add(new ResponsePane(live)),
        () -> controls.getChildren().add(new GuardrailPane(live, desk)),
        () -> results.getChildren().addAll(figures()),
        () -> results.getChildren().add(charts()),
        () -> results.getChildren().add(pairs()));
  }

  private Node framed(VBox parts) {
    parts.setFillWidth(true);
    ScrollPane scroll = new Scroller(parts);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("ts-pane-scroll");
    scroll.setFocusTraversable(false);
    scroll.setMinHeight(200);
    scroll.setId("controls");
    Card card = new Card(scroll, answered());
    VBox.setVgrow(scroll, Priority.ALWAYS);
    card.setMinWidth(CONTROLS_WIDTH);
    card.setPrefWidth(CONTROLS_WIDTH);
    card.setMaxWidth(CONTROLS_WIDTH);
    return card;
  }

  /** How exact the figures are, and how soon they came. */
  private Label answered() {
    Label label =
        Labels.muted(
            live.text(
                () -> {
                  WhatIf.Answer answer = live.model().answerProperty().get();
                  return answer == null
                      ? ""
                      : live.texts()
                          .get(
                              "answered",
                              answer.current().outcome().all().pairs(),
                              live.ui()
                                  .formats()
                                  .number(answer.millis(), answer.millis() < 10 ? 1 : 0));
                }));
    label.setId("answered");
    return label;
  }

  private List<Node> figures() {
    FigureRow figures = new FigureRow(live);
    figures.setMinHeight(Region.USE_PREF_SIZE);
    return List.of(
        strip(Feather.ALERT_TRIANGLE, this::trouble), strip(Feather.INFO, this::honesty), figures);
  }

  private Node charts() {
    StrategyCharts charts = new StrategyCharts(live);
    charts.setMinHeight(226);
    charts.setPrefHeight(256);
    VBox.setVgrow(charts, Priority.ALWAYS);
    return charts;
  }

  private Node pairs() {
    PairsCard pairs = new PairsCard(live, desk);
    VBox.setVgrow(pairs, Priority.ALWAYS);
    pairs.setMinHeight(250);
    pairs.setPrefHeight(300);
    return pairs;
  }

  private String trouble() {
    Text trouble = live.model().troubleProperty().get();
    return trouble == null ? "" : live.ui().language().say(trouble);
  }

  /** What keeps the figures from meaning all they seem to. */
  private String honesty() {
    StrategyGround ground = live.model().groundProperty().get();
    if (ground == null) {
      return "";
    }
    StringBuilder said = new StringBuilder();
    if (!ground.randomised()) {
      said.append(live.texts().get("honesty.observed"));
    }
    long unknown = ground.pairs() - ground.costKnown();
    if (unknown > 0) {
      said.append(said.isEmpty() ? "" : " ")
          .append(live.texts().get("honesty.cost", unknown, ground.pairs()));
    }
    return said.toString();
  }

  private Node strip(Feather icon, Supplier<String> sentence) {
    ObservableValue<String> text =
        Bindings.createStringBinding(
            sentence::get,
            live.model().groundProperty(),
            live.model().troubleProperty(),
            live.ui().language().tongueProperty());
    Label label = Labels.paragraph(text);
    HBox.setHgrow(label, Priority.ALWAYS);
    HBox strip = new HBox(8, Icons.of(icon), label);
    strip.getStyleClass().add("ts-strip");
    strip.setMinHeight(Region.USE_PREF_SIZE);
    strip
        .visibleProperty()
        .bind(Bindings.createBooleanBinding(() -> !text.getValue().isEmpty(), text));
    strip.managedProperty().bind(strip.visibleProperty());
    return strip;
  }
}
