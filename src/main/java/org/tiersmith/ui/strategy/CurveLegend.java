package org.tiersmith.ui.strategy;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.strategy.WhatIf.Answer;

/** Which colour is the scenario being worked on, and which the one it is compared with. */
final class CurveLegend extends HBox {

  CurveLegend(Live live) {
    super(12);
    setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            entry("ts-dot-current", live.text(() -> name(live, true))),
            entry("ts-dot-compared", live.text(() -> name(live, false))));
  }

  private static String name(Live live, boolean current) {
    Answer answer = live.model().answerProperty().get();
    return answer == null
        ? ""
        : answer.side(current).map(side -> live.scenario(side.scenario())).orElse("");
  }

  private static HBox entry(String style, ObservableValue<String> name) {
    Region dot = new Region();
    dot.getStyleClass().addAll("ts-dot", style);
    Label label = Labels.muted(name);
    label.getStyleClass().add("ts-may-be-cut");
    label.setMaxWidth(130);
    HBox entry = new HBox(5, dot, label);
    entry.setAlignment(Pos.CENTER_LEFT);
    entry
        .visibleProperty()
        .bind(Bindings.createBooleanBinding(() -> !name.getValue().isEmpty(), name));
    entry.managedProperty().bind(entry.visibleProperty());
    return entry;
  }
}
