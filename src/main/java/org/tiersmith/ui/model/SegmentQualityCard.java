package org.tiersmith.ui.model;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.tiersmith.service.GivenNames;
import org.tiersmith.training.metrics.SegmentMetrics;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.TableColumns;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** How good the run is for each segment; precision and recall follow the threshold. */
final class SegmentQualityCard extends StackPane {
  private static final double ROW_HEIGHT = 30;

  private final Texts texts;
  private final QualityViewModel model;
  private final TableView<SegmentMetrics> table = new TableView<>();
  private final ObservableList<SegmentMetrics> rows = FXCollections.observableArrayList();

  SegmentQualityCard(Ui ui, Texts texts, ModelViewModel model) {
    this.texts = texts;
    this.model = model.quality();
    Formats formats = ui.formats();
    table.setId("segment-quality");
    table.getStyleClass().addAll("ts-table", "ts-dense");
    table.setFixedCellSize(ROW_HEIGHT);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.accessibleTextProperty().bind(texts.bind("segments"));
    TableColumn<SegmentMetrics, String> name =
        TableColumns.text(
            texts.bind("segments.name"),
            row -> texts.language().say(GivenNames.segment(row.segment())));
    TableColumns.widths(name, 110, 150);
    table.getColumns().add(name);
    DoubleFunction<String> exact = value -> formats.number(value, 3);
    number("segments.rows", SegmentMetrics::rows, value -> formats.count((long) value));
    number("segments.base-rate", SegmentMetrics::baseRate, value -> formats.percent(value, 1));
    number("segments.auc", SegmentMetrics::auc, exact);
    number("segments.ece", SegmentMetrics::ece, exact);
    number("segments.precision", row -> row.confusion().precision(), exact);
    number("segments.recall", row -> row.confusion().recall(), exact);
    SortedList<SegmentMetrics> sorted = new SortedList<>(rows);
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    getChildren()
        .add(
            new Card(texts.bind("segments"), table)
                .subtitled(texts.bind("segments.how"))
                .growing(table));
    this.model.confusionBinding().subscribe(now -> show());
    ui.language().tongueProperty().subscribe(now -> table.refresh());
  }

  private void show() {
    RunQuality quality = model.qualityProperty().get();
    rows.setAll(quality == null ? List.of() : quality.segments(model.thresholdProperty().get()));
  }

  private void number(
      String title, ToDoubleFunction<SegmentMetrics> value, DoubleFunction<String> format) {
    TableColumn<SegmentMetrics, Number> column =
        TableColumns.sorted(texts.bind(title), value, format);
    TableColumns.widths(column, 70, 90);
    table.getColumns().add(column);
  }
}
