package org.tiersmith.ui.model;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.ui.kit.EmptyState;
import org.tiersmith.ui.kit.StatePane;
import org.tiersmith.ui.kit.Steps;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.kit.Waiting;

/** How good one run is: at any threshold, as curves, per segment. */
final class QualityPage extends HBox {
  private final Ui ui;
  private final Texts texts;
  private final ModelViewModel model;

  QualityPage(Ui ui, Texts texts, ModelViewModel model) {
    super(12);
    this.ui = ui;
    this.texts = texts;
    this.model = model;
    getStyleClass().add("ts-content");
    StatePane right = new StatePane(model.quality().stateProperty(), this::part);
    HBox.setHgrow(right, Priority.ALWAYS);
    getChildren().addAll(new RunsPane(ui, texts, model), right);
  }

  private Node part(QualityViewModel.State state) {
    return switch (state) {
      case NOTHING ->
          new EmptyState(
              Feather.BAR_CHART_2, texts.bind("quality.none"), texts.bind("quality.none.next"));
      case READING -> new Waiting(texts.bind("quality.reading"));
      case READY -> measured();
    };
  }

  private Node measured() {
    VBox parts = new VBox(12);
    HBox middle = new HBox(12);
    middle.setMinHeight(220);
    middle.setPrefHeight(250);
    VBox.setVgrow(middle, Priority.ALWAYS);
    Region segments = new SegmentQualityCard(ui, texts, model);
    segments.setMinHeight(170);
    segments.setPrefHeight(240);
    VBox.setVgrow(segments, Priority.ALWAYS);
    Steps.take(
        ui.later(),
        () -> parts.getChildren().add(threshold()),
        () -> parts.getChildren().add(middle),
        () -> middle.getChildren().add(curves()),
        () -> middle.getChildren().add(report()),
        () -> parts.getChildren().add(segments));
    return parts;
  }

  private Region threshold() {
    Region card = new ThresholdCard(ui, texts, model.quality());
    card.setMinHeight(USE_PREF_SIZE);
    return card;
  }

  private Region curves() {
    Region card = new QualityCurvesCard(ui, texts, model);
    HBox.setHgrow(card, Priority.ALWAYS);
    card.setMinWidth(330);
    card.setPrefWidth(430);
    return card;
  }

  private Region report() {
    Region card = new ReportCard(ui, texts, model.quality());
    card.setMinWidth(356);
    card.setPrefWidth(360);
    return card;
  }
}
