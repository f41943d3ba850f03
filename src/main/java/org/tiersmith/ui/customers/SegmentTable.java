package org.tiersmith.ui.customers;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.tiersmith.profile.SegmentSummary;
import org.tiersmith.service.GivenNames;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.TableColumns;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** The segments with what they are worth; the selected one's customers are listed below. */
final class SegmentTable extends TableView<SegmentSummary> {
  private final Texts texts;
  private final Formats formats;

  SegmentTable(CustomersViewModel model, Ui ui, Texts texts) {
    this.texts = texts;
    this.formats = ui.formats();
    setId("segments");
    getStyleClass().add("ts-table");
    setFixedCellSize(30);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setPlaceholder(Labels.muted(texts.bind("no-segments")));
    addColumns(ui);
    model
        .shownProperty()
        .subscribe(shown -> getItems().setAll(shown == null ? List.of() : shown.segments()));
    getSelectionModel()
        .selectedItemProperty()
        .subscribe(chosen -> model.segmentProperty().set(chosen == null ? null : chosen.name()));
    ui.language().tongueProperty().subscribe(tongue -> refresh());
  }

  private void addColumns(Ui ui) {
    TableColumn<SegmentSummary, String> name =
        TableColumns.text(
            texts.bind("segment"), s -> ui.language().say(GivenNames.segment(s.name())));
    TableColumns.widths(name, 100, 150, 240);
    getColumns().add(name);
    add("customers", SegmentSummary::customers, v -> formats.number(v, 0));
    add("share", this::share, v -> formats.percent(v, 0));
    add("revenue", SegmentSummary::revenue, v -> formats.money(v, 0));
    add("orders", SegmentSummary::orders, v -> formats.number(v, 0));
    add("per-customer", SegmentTable::perCustomer, v -> formats.money(v, 0));
    TableColumn<SegmentSummary, String> keywords =
        TableColumns.text(texts.bind("keywords"), s -> String.join(" · ", s.keywords()));
    keywords.setPrefWidth(420);
    keywords.setSortable(false);
    getColumns().add(keywords);
  }

  private void add(
      String key, ToDoubleFunction<SegmentSummary> value, DoubleFunction<String> format) {
    TableColumn<SegmentSummary, Number> column =
        TableColumns.sorted(texts.bind(key), value, format);
    TableColumns.widths(column, 84, 100, 130);
    getColumns().add(column);
  }

  private double share(SegmentSummary summary) {
    double all = getItems().stream().mapToLong(SegmentSummary::customers).sum();
    return summary.customers() / all;
  }

  private static double perCustomer(SegmentSummary summary) {
    return summary.customers() == 0 ? Double.NaN : summary.revenue() / summary.customers();
  }
}
