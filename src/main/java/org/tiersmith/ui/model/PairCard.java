package org.tiersmith.ui.model;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.strategy.Scope;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Scroller;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** One pair: what the model reads of it, what it makes of it, and why. */
final class PairCard extends StackPane {
  private final Texts texts;
  private final ModelViewModel model;
  private final PairWords words;
  private final VBox reading = new VBox(8);
  private final IdField customer;
  private final IdField product;

  PairCard(Ui ui, Texts texts, ModelViewModel model) {
    this.texts = texts;
    this.model = model;
    this.words = new PairWords(ui.formats(), texts);
    customer = new IdField(model.pair(), Scope.CUSTOMER, texts.bind("pair.customer"), this::ask);
    product = new IdField(model.pair(), Scope.PRODUCT, texts.bind("pair.product"), this::ask);
    ScrollPane scroll = new Scroller(reading);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("ts-bare-scroll");
    scroll.setMinHeight(80);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    reading.getStyleClass().add("ts-reading");
    Button another =
        Buttons.icon(Feather.SHUFFLE, texts.bind("pair.another"), model.pair()::showAny);
    another.disableProperty().bind(model.scores().scoredProperty().isNull());
    Button why = Buttons.plain(texts.bind("pair.explain"), model.pair()::explain);
    why.setId("pair-explain");
    HeaderActions.shown(
        why,
        model
            .pair()
            .stateProperty()
            .isEqualTo(PairViewModel.State.PLAIN)
            .and(model.pair().pairProperty().isNotNull()));
    getChildren().add(new Card(texts.bind("pair"), chooser(), scroll).withActions(why, another));
    model.pair().pairProperty().subscribe(now -> show());
    model.pair().stateProperty().subscribe(now -> show());
    ui.language().tongueProperty().subscribe(tongue -> show());
    ui.formats().currencyProperty().subscribe(sign -> show());
  }

  private Node chooser() {
    customer.setId("pair-customer");
    product.setId("pair-product");
    Button show = Buttons.plain(texts.bind("pair.show"), this::ask);
    show.setId("pair-show");
    show.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> customer.getText().isBlank() || product.getText().isBlank(),
                customer.textProperty(),
                product.textProperty()));
    for (IdField field : List.of(customer, product)) {
      HBox.setHgrow(field, Priority.ALWAYS);
      field.disableProperty().bind(model.scores().scoredProperty().isNull());
    }
    return new HBox(8, customer, product, show);
  }

  private void ask() {
    if (!customer.getText().isBlank() && !product.getText().isBlank()) {
      model.pair().show(customer.getText(), product.getText());
    }
  }

  private void show() {
    PairReading pair = model.pair().pairProperty().get();
    if (pair == null) {
      reading.getChildren().setAll(Labels.paragraph(texts.bind("pair.none")));
      return;
    }
    customer.show(pair.view().customerId());
    product.show(pair.view().productId());
    reading
        .getChildren()
        .setAll(
            words.of(pair, model.pair().whyProperty().get(), model.pair().stateProperty().get()));
  }
}
