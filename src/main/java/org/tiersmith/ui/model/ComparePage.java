package org.tiersmith.ui.model;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Steps;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** All runs with all that there is to say of them, and the chosen ones over one another. */
final class ComparePage extends VBox {

  ComparePage(Ui ui, Texts texts, ModelViewModel model) {
    super(12);
    getStyleClass().add("ts-content");
    HBox bottom = new HBox(12);
    bottom.setMinHeight(230);
    bottom.setPrefHeight(360);
    VBox.setVgrow(bottom, Priority.ALWAYS);
    Steps.take(
        ui.later(),
        () -> getChildren().addAll(runs(ui, texts, model), bottom),
        () -> bottom.getChildren().add(grown(new CurvesCard(ui, texts, model), 460)),
        () -> bottom.getChildren().add(grown(new DifferencesCard(ui, texts, model), 320)));
  }

  private static Card runs(Ui ui, Texts texts, ModelViewModel model) {
    RunTable table = RunTable.full(ui, texts, model);
    table.setMinHeight(150);
    Card card =
        new Card(texts.bind("runs"), table).subtitled(texts.bind("runs.compare")).growing(table);
    card.setPrefHeight(290);
    VBox.setVgrow(card, Priority.SOMETIMES);
    return card;
  }

  private static Region grown(Region part, double width) {
    HBox.setHgrow(part, Priority.ALWAYS);
    part.setMinWidth(300);
    part.setPrefWidth(width);
    return part;
  }
}
