package org.tiersmith.ui.customers;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** What models read: the template of customers or products, tried out while it is edited. */
final class TextsPage extends StackPane {
  private final TextsViewModel model;
  private final Ui ui;
  private final Texts texts;

  TextsPage(TextsViewModel model, Ui ui, Texts texts) {
    this.model = model;
    this.ui = ui;
    this.texts = texts;
    getStyleClass().addAll("ts-content", "ts-even-cards");
    getChildren().add(Lazily.of(model.ground(), texts, model::load, this::parts));
    model.look();
  }

  private Node parts() {
    TemplateCard template = new TemplateCard(model, ui, texts);
    template.setPrefWidth(520);
    template.setMinWidth(380);
    HBox.setHgrow(template, Priority.ALWAYS);
    PlaceholderList names = new PlaceholderList(model, ui, texts, template::insert);
    Card placeholders = new Card(texts.bind("placeholders"), names);
    placeholders.setPrefWidth(280);
    placeholders.setMinWidth(240);
    VBox tried = new VBox(12, new TriedCard(model, ui, texts), new LengthsCard(model, ui, texts));
    tried.setPrefWidth(380);
    tried.setMinWidth(320);
    HBox.setHgrow(tried, Priority.ALWAYS);
    return new HBox(12, template, placeholders, tried);
  }
}
