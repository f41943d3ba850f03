package org.tiersmith.ui.customers;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tiersmith.service.TextPreview;
import org.tiersmith.ui.customers.TextsViewModel.Ground;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Scroller;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** What comes of a template for one customer or product, and how many word pieces it has. */
final class TriedCard extends VBox {
  private final TextsViewModel model;
  private final Ui ui;

  TriedCard(TextsViewModel model, Ui ui, Texts texts) {
    this.model = model;
    this.ui = ui;
    Label text = Labels.paragraph(said(TextPreview::text));
    text.setId("preview");
    text.getStyleClass().add("ts-preview");
    ScrollPane scroll = new Scroller(text);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("ts-bare-scroll");
    scroll.setMinHeight(90);
    Label pieces = Labels.muted(said(preview -> texts.get("pieces", preview.pieces())));
    Card card =
        new Card(texts.bind("template.preview"), scroll, pieces)
            .growing(scroll)
            .withActions(ids(texts));
    VBox.setVgrow(card, Priority.ALWAYS);
    VBox.setVgrow(this, Priority.ALWAYS);
    getChildren().add(card);
  }

  private ComboBox<String> ids(Texts texts) {
    ComboBox<String> ids = new ComboBox<>();
    ids.setId("try-on");
    ids.setEditable(true);
    ids.setPrefWidth(150);
    ids.getStyleClass().add("ts-small");
    ids.accessibleTextProperty().bind(texts.bind("template.try-on"));
    Runnable fill = () -> fill(ids);
    model.ground().valueProperty().subscribe(fill);
    model.trial().idProperty().subscribe(fill);
    fill.run();
    ids.setOnAction(
        event -> {
          String chosen = ids.getValue();
          if (chosen != null && !chosen.isBlank()) {
            model.trial().idProperty().set(chosen.strip());
          }
        });
    return ids;
  }

  private void fill(ComboBox<String> ids) {
    Ground ground = model.ground().valueProperty().get();
    if (ground != null) {
      ids.getItems().setAll(ground.ids(model.sideProperty().get()));
      ids.setValue(model.trial().idProperty().get());
    }
  }

  private ObservableValue<String> said(Function<TextPreview, String> words) {
    return Bindings.createStringBinding(
        () -> {
          TextTrial.Tried tried = model.trial().triedProperty().get();
          TextPreview preview = tried == null ? null : tried.preview();
          return preview == null ? "" : words.apply(preview);
        },
        model.trial().triedProperty(),
        ui.language().tongueProperty());
  }
}
