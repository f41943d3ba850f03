package org.tiersmith.ui.strategy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.strategy.Scope;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.NumberBox;
import org.tiersmith.ui.kit.ValueFormat;

/**
 * Segments, categories, products and customers with a number each or none: found while one types or
 * pasted as a list, changed with Enter, removed with Delete.
 */
final class NamedList extends VBox {
  private static final double ROW = 28;
  private static final int MOST_ROWS = 4;

  /** An entry; the value is NaN where there are none. */
  record Item(Scope scope, String name, double value) {}

  /** The numbers: how they are written, the first one proposed, the highest and the step. */
  record Values(ValueFormat format, double start, double max, double step) {}

  private final Live live;
  private final Consumer<List<Item>> changed;
  private final ListView<Item> list = new ListView<>();
  private final ComboBox<Scope> scope;
  private final NameField field;
  private final @Nullable NumberBox box;

  /**
   * @param id of the list, for tests and the texts of its field
   * @param values null where entries have no number
   * @param changed given all entries after a change; they should be shown anew
   */
  NamedList(
      Live live,
      StrategyDesk desk,
      String id,
      List<Scope> scopes,
      @Nullable Values values,
      Consumer<List<Item>> changed) {
    super(4);
    this.live = live;
    this.changed = changed;
    setId(id);
    scope = Combos.of(live.ui().language(), s -> live.texts().choice("scope", s));
    scope.getItems().setAll(scopes);
    scope.setValue(scopes.getFirst());
    scope.accessibleTextProperty().bind(live.texts().bind("scope"));
    scope.getStyleClass().add("ts-small");
    scope.setMinWidth(92);
    scope.setPrefWidth(92);
    field = new NameField(live, desk, scope::getValue, this::add);
    field.setId(id + "-name");
    HBox.setHgrow(field, Priority.ALWAYS);
    box = values == null ? null : box(id, values);
    HBox adder = new HBox(4, scope, field);
    if (box != null) {
      adder.getChildren().add(box);
    }
    adder.getChildren().add(Buttons.icon(Feather.PLUS, live.texts().bind("list.add"), field::take));
    adder.setAlignment(Pos.CENTER_LEFT);
    prepare(values);
    getChildren().addAll(list, adder);
  }

  private NumberBox box(String id, Values values) {
    NumberBox made =
        new NumberBox(
            live.texts().bind(id + ".value"),
            0,
            values.max(),
            values.step(),
            values.format(),
            live.ui().formats(),
            live.ui().language());
    made.setId(id + "-value");
    made.getStyleClass().add("ts-tier-rate");
    made.valueProperty().set(values.start());
    return made;
  }

  private void prepare(@Nullable Values values) {
    list.setFixedCellSize(ROW);
    list.getStyleClass().add("ts-named-list");
    list.accessibleTextProperty().bind(live.texts().bind("list"));
    list.setCellFactory(
        any ->
            new NamedCell(
                live,
                item ->
                    values == null ? "" : values.format().show(item.value(), live.ui().formats()),
                this::remove));
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    live.ui().language().tongueProperty().subscribe(tongue -> list.refresh());
    list.setManaged(false);
    list.setVisible(false);
  }

  /** Shows entries. */
  void show(List<Item> items) {
    if (!list.getItems().equals(items)) {
      list.getItems().setAll(items);
      list.setPrefHeight(6 + ROW * Math.min(MOST_ROWS, items.size()));
      list.setMinHeight(USE_PREF_SIZE);
      list.setManaged(!items.isEmpty());
      list.setVisible(!items.isEmpty());
    }
  }

  private void key(KeyEvent event) {
    Item chosen = list.getSelectionModel().getSelectedItem();
    if (chosen == null) {
      return;
    }
    if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
      remove(chosen);
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && box != null) {
      scope.setValue(chosen.scope());
      field.setText(chosen.name());
      box.valueProperty().set(chosen.value());
      box.requestFocus();
      event.consume();
    }
  }

  private void remove(Item item) {
    changed.accept(list.getItems().stream().filter(kept -> !kept.equals(item)).toList());
  }

  /** Adds names of the present scope; one that is there already gets the present number. */
  void add(List<String> names) {
    double value = box == null ? Double.NaN : box.valueProperty().get();
    Map<List<Object>, Item> all = new LinkedHashMap<>();
    for (Item item : list.getItems()) {
      all.put(List.of(item.scope(), item.name()), item);
    }
    for (String name : names) {
      all.put(List.of(scope.getValue(), name), new Item(scope.getValue(), name, value));
    }
    changed.accept(List.copyOf(all.values()));
  }

  /** The entries of a pasted list: a line, a cell or what stands between commas each. */
  static List<String> split(String text) {
    return new ArrayList<>(
        Arrays.stream(text.split("[\\r\\n\\t,;]+"))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList());
  }
}
