package org.tiersmith.ui.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.TableRows;
import org.tiersmith.project.RowCounts;
import org.tiersmith.service.DataTable;
import org.tiersmith.service.DatasetView;
import org.tiersmith.service.GivenNames;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.ChoiceBar;
import org.tiersmith.ui.kit.ChoiceBar.Choice;
import org.tiersmith.ui.kit.EvenRow;
import org.tiersmith.ui.kit.KeyFigure;
import org.tiersmith.ui.kit.PagedTable;
import org.tiersmith.ui.kit.Steps;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** The imported data: how many rows, the tables themselves, one column's spread, what was found. */
final class ReadyPane extends VBox {
  private static final double LEAST_WIDTH = 84;

  private final DataViewModel model;
  private final Ui ui;
  private final Texts texts;

  ReadyPane(DataViewModel model, Ui ui, Texts texts) {
    this.model = model;
    this.ui = ui;
    this.texts = texts;
    getStyleClass().add("ts-content");
    EvenRow figures =
        new EvenRow(
            figure("customers", RowCounts::customers, DataTable.CUSTOMERS),
            figure("products", RowCounts::products, DataTable.PRODUCTS),
            figure("events", RowCounts::events, DataTable.EVENTS),
            figure("rejected", RowCounts::rejected, DataTable.REJECTS));
    VBox side = new VBox(12);
    side.setMinWidth(380);
    side.setPrefWidth(380);
    side.setMaxWidth(380);
    HBox lower = new HBox(12);
    setVgrow(lower, Priority.ALWAYS);
    getChildren().addAll(figures, lower);
    Steps.take(
        ui.later(),
        () -> lower.getChildren().addAll(tables(), side),
        () -> side.getChildren().add(new DistributionCard(model.table(), ui, texts)),
        () -> side.getChildren().add(quality()));
  }

  private KeyFigure figure(String key, ToLongFunction<RowCounts> count, DataTable table) {
    ObservableValue<String> value =
        Bindings.createStringBinding(
            () -> {
              DatasetView dataset = model.datasetProperty().get();
              return dataset == null ? "" : ui.formats().count(count.applyAsLong(dataset.counts()));
            },
            model.datasetProperty(),
            ui.language().tongueProperty());
    KeyFigure figure =
        new KeyFigure(
            texts.bind("count." + key),
            value,
            texts.bind("about." + key),
            new ReadOnlyObjectWrapper<>(KeyFigure.Tone.NEUTRAL));
    figure.setOnMouseClicked(event -> model.table().tableProperty().set(table));
    return figure;
  }

  private Node quality() {
    QualityCard quality = new QualityCard(model, ui, texts);
    setVgrow(quality, Priority.ALWAYS);
    return quality;
  }

  private Node tables() {
    PagedTable<List<String>> table = new PagedTable<>(ui);
    model
        .table()
        .headProperty()
        .subscribe(
            head -> {
              table.table().getColumns().clear();
              table.sourceProperty().set(null);
              if (head != null) {
                addColumns(table, head);
                table.sourceProperty().set(model.table().rows());
              }
            });
    ui.language().tongueProperty().subscribe(table::refresh);
    List<Choice<DataTable>> choices =
        Arrays.stream(DataTable.values())
            .map(
                each ->
                    new Choice<>(
                        each,
                        "table-" + each.name().toLowerCase(Locale.ROOT),
                        texts.bind("table." + each.name().toLowerCase(Locale.ROOT))))
            .toList();
    ChoiceBar<DataTable> bar = new ChoiceBar<>(model.table().tableProperty(), choices);
    Card tables = new Card(texts.bind("tables"), table).withActions(bar).growing(table);
    HBox.setHgrow(tables, Priority.ALWAYS);
    return tables;
  }

  private void addColumns(PagedTable<List<String>> table, TableRows head) {
    table.scrollsSideways();
    for (int i = 0; i < head.columns().size(); i++) {
      int index = i;
      String name = head.columns().get(i);
      boolean numeric = head.numeric().get(i);
      ObservableValue<String> title = new ReadOnlyStringWrapper(name);
      TableColumn<List<String>, String> column =
          numeric
              ? table.number(name, title, row -> number(row.get(index)))
              : table.text(name, title, row -> text(name, row.get(index)));
      // The least width too: a table that is still to be laid out squeezes what it may squeeze.
      column.setMinWidth(width(name, head, index));
      column.setPrefWidth(column.getMinWidth());
    }
  }

  /** Wide enough for the name and the first row's value, within reason. */
  private static double width(String name, TableRows head, int column) {
    int first = head.cells().isEmpty() ? 0 : head.cells().getFirst().get(column).length();
    return Math.clamp(Math.max(name.length(), first) * 7.5 + 24, LEAST_WIDTH, 260);
  }

  private String text(String column, String cell) {
    return model.table().tableProperty().get().holdsEventTypes(column)
        ? ui.language().say(GivenNames.event(cell))
        : cell;
  }

  private String number(@Nullable String cell) {
    if (cell == null || cell.isEmpty()) {
      return "";
    }
    double value = Double.parseDouble(cell);
    boolean whole = value == Math.rint(value);
    return ui.formats().number(value, whole ? 0 : 2);
  }
}
