package org.tiersmith.ui.model;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.service.PairView;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Scroller;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** One pair: what the model reads of it, and what it makes of it. */
final class PairCard extends StackPane {
  private final Texts texts;
  private final Formats formats;
  private final ModelViewModel model;
  private final VBox reading = new VBox(8);
  private final TextField customer = new TextField();
  private final TextField product = new TextField();

  PairCard(Ui ui, Texts texts, ModelViewModel model) {
    this.texts = texts;
    this.formats = ui.formats();
    this.model = model;
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
    Card card = new Card(texts.bind("pair"), chooser(), scroll).withActions(another);
    getChildren().add(card);
    model.pair().pairProperty().subscribe(this::show);
    ui.language().tongueProperty().subscribe(tongue -> show(model.pair().pairProperty().get()));
    ui.formats().currencyProperty().subscribe(sign -> show(model.pair().pairProperty().get()));
  }

  private Node chooser() {
    customer.setId("pair-customer");
    product.setId("pair-product");
    customer.promptTextProperty().bind(texts.bind("pair.customer"));
    product.promptTextProperty().bind(texts.bind("pair.product"));
    customer.accessibleTextProperty().bind(texts.bind("pair.customer"));
    product.accessibleTextProperty().bind(texts.bind("pair.product"));
    Button show = Buttons.plain(texts.bind("pair.show"), this::ask);
    show.setId("pair-show");
    show.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> customer.getText().isBlank() || product.getText().isBlank(),
                customer.textProperty(),
                product.textProperty()));
    customer.setOnAction(event -> ask());
    product.setOnAction(event -> ask());
    for (TextField field : List.of(customer, product)) {
      field.setPrefColumnCount(8);
      field.setMinWidth(60);
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

  private void show(@Nullable PairReading pair) {
    reading.getChildren().clear();
    if (pair == null) {
      reading.getChildren().add(Labels.paragraph(texts.bind("pair.none")));
      return;
    }
    PairView view = pair.view();
    customer.setText(view.customerId());
    product.setText(view.productId());
    reading
        .getChildren()
        .addAll(
            verdict(pair),
            said("pair.customer-text", view.customerText()),
            said("pair.product-text", view.productText()),
            numbers(view.numbers()));
  }

  private Label verdict(PairReading pair) {
    double tenth = 1 - (1 - pair.p0()) * Math.exp(-0.1 * pair.k());
    Label label =
        Labels.paragraph(
            new ReadOnlyStringWrapper(
                texts.get(
                    "pair.verdict",
                    formats.percent(pair.p0(), 1),
                    formats.money(pair.listPrice()),
                    formats.number(pair.k(), 2),
                    formats.percent(tenth, 1))));
    label.getStyleClass().add("ts-verdict");
    return label;
  }

  private VBox said(String title, String text) {
    Label label = Labels.plain(new ReadOnlyStringWrapper(text));
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return new VBox(2, Labels.muted(texts.bind(title)), label);
  }

  private GridPane numbers(List<PairView.Number> numbers) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("ts-facts");
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().add(names);
    int row = 0;
    for (PairView.Number number : numbers) {
      grid.add(Labels.muted(new ReadOnlyStringWrapper(name(number.name()))), 0, row);
      Label value = Labels.plain(new ReadOnlyStringWrapper(value(number.value())));
      value.setMinWidth(USE_PREF_SIZE);
      grid.add(value, 1, row++);
    }
    return grid;
  }

  private String name(String number) {
    return number.replace('_', ' ');
  }

  private String value(double value) {
    return formats.number(value, Math.rint(value) == value ? 0 : 3);
  }
}
