package org.tiersmith.ui.data;

import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tiersmith.data.ColumnQuality;
import org.tiersmith.project.RowCounts;
import org.tiersmith.service.DataTable;
import org.tiersmith.service.DatasetView;
import org.tiersmith.ui.kit.EvenRow;
import org.tiersmith.ui.kit.KeyFigure;
import org.tiersmith.ui.kit.Steps;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** The imported data: how many rows, the tables themselves, one column's spread, what was found. */
final class ReadyPane extends VBox {
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
            about(key, table),
            new ReadOnlyObjectWrapper<>(KeyFigure.Tone.NEUTRAL));
    figure.setOnMouseClicked(event -> model.table().tableProperty().set(table));
    return figure;
  }

  /** What the import found in the table, nothing where its report doesn't tell. */
  private ObservableValue<String> about(String key, DataTable table) {
    if (table == DataTable.REJECTS) {
      return texts.bind("about." + key);
    }
    return Bindings.createStringBinding(
        () -> {
          DatasetView dataset = model.datasetProperty().get();
          return dataset == null
              ? ""
              : table == DataTable.EVENTS ? days(dataset) : columns(dataset, key);
        },
        model.datasetProperty(),
        ui.language().tongueProperty());
  }

  private String days(DatasetView dataset) {
    for (ColumnQuality fact : facts(dataset, "events").toList()) {
      String first = fact.min();
      String last = fact.max();
      if (fact.column().equals("timestamp") && first != null && last != null) {
        return texts.get("about.events", Moments.day(first), Moments.day(last));
      }
    }
    return "";
  }

  private String columns(DatasetView dataset, String table) {
    if (facts(dataset, table).findAny().isEmpty()) {
      return "";
    }
    long filled =
        facts(dataset, table)
            .filter(fact -> !fact.column().endsWith("_id") && fact.missing() < fact.rows())
            .count();
    return texts.get("about.columns", filled);
  }

  private static Stream<ColumnQuality> facts(DatasetView dataset, String table) {
    return dataset.quality().columns().stream().filter(fact -> fact.table().equals(table));
  }

  private Node quality() {
    QualityCard quality = new QualityCard(model, ui, texts);
    setVgrow(quality, Priority.ALWAYS);
    return quality;
  }

  private Node tables() {
    TableCard tables = new TableCard(model, ui, texts);
    HBox.setHgrow(tables, Priority.ALWAYS);
    return tables;
  }
}
