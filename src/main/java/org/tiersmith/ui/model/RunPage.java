package org.tiersmith.ui.model;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tiersmith.ui.kit.Steps;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** One run at a glance: what it came to, how it learned, what it says of segments and pairs. */
final class RunPage extends HBox {
  private final Ui ui;
  private final Texts texts;
  private final ModelViewModel model;

  RunPage(Ui ui, Texts texts, ModelViewModel model) {
    super(12);
    this.ui = ui;
    this.texts = texts;
    this.model = model;
    getStyleClass().add("ts-content");
    VBox right = new VBox(12);
    HBox.setHgrow(right, Priority.ALWAYS);
    HBox middle = new HBox(12);
    middle.setMinHeight(210);
    middle.setPrefHeight(260);
    VBox.setVgrow(middle, Priority.SOMETIMES);
    HBox bottom = new HBox(12);
    bottom.setMinHeight(240);
    bottom.setPrefHeight(310);
    VBox.setVgrow(bottom, Priority.ALWAYS);
    Steps.take(
        ui.later(),
        () -> getChildren().addAll(new RunsPane(ui, texts, model), right),
        () -> right.getChildren().addAll(new WarningStrip(ui, model), figures()),
        () -> right.getChildren().addAll(new ProgressLine(ui, texts, model), middle, bottom),
        () -> middle.getChildren().addAll(wide(new CurvesCard(ui, texts, model)), calibration()),
        () -> bottom.getChildren().add(wide(new SegmentHills(ui, texts, model))),
        () -> bottom.getChildren().add(pair()));
  }

  private Node figures() {
    RunFigures figures = new RunFigures(ui, texts, model);
    figures.setMinHeight(USE_PREF_SIZE);
    return figures;
  }

  private static Region wide(Region part) {
    HBox.setHgrow(part, Priority.ALWAYS);
    part.setMinWidth(300);
    part.setPrefWidth(440);
    return part;
  }

  private Node calibration() {
    Region card = new CalibrationCard(ui, texts, model);
    card.setMinWidth(240);
    card.setPrefWidth(280);
    return card;
  }

  private Node pair() {
    PairCard pair = new PairCard(ui, texts, model);
    HBox.setHgrow(pair, Priority.ALWAYS);
    pair.setMinWidth(300);
    pair.setPrefWidth(350);
    return pair;
  }
}
