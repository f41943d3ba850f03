package org.tiersmith.ui.model;

import javafx.beans.binding.Bindings;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tiersmith.service.RunView;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** All runs, and what the selected one was made of: at the left of the pages of one run. */
final class RunsPane extends VBox {
  private static final double WIDTH = 340;

  private final Ui ui;
  private final Texts texts;
  private final ModelViewModel model;

  RunsPane(Ui ui, Texts texts, ModelViewModel model) {
    super(12);
    this.ui = ui;
    this.texts = texts;
    this.model = model;
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    getChildren().addAll(runs(), facts());
  }

  private Card runs() {
    RunTable table = RunTable.brief(ui, texts, model);
    table.setMinHeight(188);
    table.setPrefHeight(210);
    return new Card(texts.bind("runs"), table).subtitled(texts.bind("runs.how"));
  }

  private Card facts() {
    RunDetails details = new RunDetails(ui, texts, model);
    VBox.setVgrow(details, Priority.ALWAYS);
    details.setMinHeight(120);
    Card card =
        new Card(
            Bindings.createStringBinding(
                () ->
                    model.runs().selectedProperty().get() instanceof RunView run
                        ? texts.get("run", Long.toString(run.id()))
                        : "",
                model.runs().selectedProperty(),
                ui.language().tongueProperty()),
            details,
            new NotesField(texts, model));
    VBox.setVgrow(card, Priority.ALWAYS);
    return card;
  }
}
