package org.tiersmith.ui.customers;

import java.time.format.DateTimeFormatter;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.profile.CustomerPortrait;
import org.tiersmith.profile.CustomerPortrait.Happening;
import org.tiersmith.service.GivenNames;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Facts;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.TableColumns;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** One customer: attributes, what the model reads of it, what it did lately. */
final class PortraitCard extends VBox {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private static final double FACTS_WIDTH = 210;

  private final Texts texts;
  private final Formats formats;
  private final Facts facts = new Facts();
  private final TableView<Happening> history = new TableView<>();

  PortraitCard(CustomersViewModel model, Ui ui, Texts texts) {
    this.texts = texts;
    this.formats = ui.formats();
    facts.setMinWidth(FACTS_WIDTH);
    facts.setPrefWidth(FACTS_WIDTH);
    facts.setMaxWidth(FACTS_WIDTH);
    fillHistory();
    VBox right = new VBox(8, Labels.section(texts.bind("reads")), reads(model), history);
    VBox.setVgrow(history, Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    HBox both = new HBox(16, facts, right);
    Card card = new Card(title(model), both).growing(both);
    setVgrow(card, Priority.ALWAYS);
    getChildren().add(card);
    model.portraitProperty().subscribe(this::show);
    ui.language().tongueProperty().subscribe(tongue -> show(model.portraitProperty().get()));
  }

  private ObservableValue<String> title(CustomersViewModel model) {
    return Bindings.createStringBinding(
        () -> {
          CustomerPortrait portrait = model.portraitProperty().get();
          return portrait == null
              ? texts.get("one-customer")
              : texts.get("customer", portrait.customerId());
        },
        model.portraitProperty(),
        texts.language().tongueProperty());
  }

  private Node reads(CustomersViewModel model) {
    return Labels.paragraph(
        Bindings.createStringBinding(
            () -> {
              CustomerPortrait portrait = model.portraitProperty().get();
              return portrait == null ? "" : portrait.text();
            },
            model.portraitProperty()));
  }

  private void fillHistory() {
    history.getStyleClass().add("ts-table");
    history.setFixedCellSize(28);
    history.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    history.setPlaceholder(Labels.muted(texts.bind("no-history")));
    add("when", h -> MINUTE.format(h.when()), 138, 154);
    add("type", h -> texts.language().say(GivenNames.event(h.type())), 88, 120);
    add("what", Happening::what, 120, TableColumns.UNLIMITED);
    addNumber("price", Happening::price, v -> formats.money(v, 2));
    addNumber("discount", Happening::discount, v -> formats.percent(v, 0));
  }

  private void addNumber(
      String key, ToDoubleFunction<Happening> value, DoubleFunction<String> format) {
    TableColumn<Happening, Number> column = TableColumns.sorted(texts.bind(key), value, format);
    TableColumns.widths(column, 86, 86, 120);
    history.getColumns().add(column);
  }

  private void add(String key, Function<Happening, String> value, double least, double most) {
    TableColumn<Happening, String> column = TableColumns.text(texts.bind(key), value);
    TableColumns.widths(column, least, Math.min(most, 2 * least), most);
    history.getColumns().add(column);
  }

  private void show(@Nullable CustomerPortrait portrait) {
    facts.clear();
    if (portrait == null) {
      history.getItems().clear();
      return;
    }
    fact(texts.get("revenue"), formats.money(portrait.revenue()));
    fact(texts.get("orders"), formats.count(portrait.orders()));
    if (portrait.firstSeen() != null) {
      fact(texts.get("first-seen"), formats.date(portrait.firstSeen().toLocalDate()));
    }
    if (portrait.lastSeen() != null) {
      fact(texts.get("last-seen"), formats.date(portrait.lastSeen().toLocalDate()));
    }
    portrait.attributes().forEach(this::fact);
    history.getItems().setAll(portrait.history());
  }

  private void fact(String name, String value) {
    facts.fact(new ReadOnlyStringWrapper(name), value);
  }
}
