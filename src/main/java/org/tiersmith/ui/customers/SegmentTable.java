package org.tiersmith.ui.customers;

import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.tiersmith.profile.SegmentHistory;
import org.tiersmith.profile.SegmentMonth;
import org.tiersmith.profile.SegmentSummary;
import org.tiersmith.service.GivenNames;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.TableColumns;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.kit.chart.Sparkline;

/** The segments with what they are worth and how they moved; the selected one is looked at. */
final class SegmentTable extends TableView<SegmentSummary> {
  private static final double ROW = 28;

  private final SegmentsViewModel model;
  private final Texts texts;
  private final Formats formats;
  private boolean filling;

  SegmentTable(SegmentsViewModel model, Ui ui, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.formats = ui.formats();
    setId("segments");
    getStyleClass().addAll("ts-table", "ts-dense");
    setFixedCellSize(ROW);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setPlaceholder(Labels.muted(texts.bind("no-segments")));
    addColumns(ui);
    model.divided().valueProperty().subscribe(this::fill);
    model.selectedProperty().subscribe(this::select);
    getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            chosen -> {
              if (!filling && chosen != null) {
                model.selectedProperty().set(chosen.name());
              }
            });
    model.historyProperty().subscribe(history -> refresh());
    ui.language().tongueProperty().subscribe(tongue -> refresh());
    ui.formats().currencyProperty().subscribe(sign -> refresh());
  }

  private void fill(SegmentsViewModel.@Nullable Divided divided) {
    filling = true;
    getItems().setAll(divided == null ? List.of() : divided.segments());
    filling = false;
    select(model.selectedProperty().get());
  }

  private void select(@Nullable String name) {
    getItems().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .ifPresentOrElse(getSelectionModel()::select, getSelectionModel()::clearSelection);
  }

  private void addColumns(Ui ui) {
    TableColumn<SegmentSummary, String> name =
        TableColumns.text(
            texts.bind("segment"), s -> ui.language().say(GivenNames.segment(s.name())));
    TableColumns.widths(name, 110, 160, 260);
    getColumns().add(name);
    add("customers", 84, SegmentSummary::customers, v -> formats.number(v, 0));
    add("share", 54, SegmentSummary::share, v -> formats.percent(v, 0));
    add("revenue", 88, SegmentSummary::revenue, v -> formats.money(v, 0));
    add("margin", 82, s -> known(s.margin()), v -> formats.money(v, 0));
    add("probability", 84, s -> known(s.probability()), v -> formats.percent(v, 1));
    add("affinity", 118, s -> known(s.discountAffinity()), v -> formats.percent(v, 1));
    add("churn", 80, s -> known(s.churnRisk()), v -> formats.percent(v, 0));
    getColumns().add(moved());
    TableColumn<SegmentSummary, String> keywords =
        TableColumns.text(texts.bind("keywords"), s -> String.join(" · ", s.keywords()));
    keywords.setMinWidth(160);
    keywords.setPrefWidth(260);
    keywords.setSortable(false);
    getColumns().add(keywords);
  }

  private void add(
      String key,
      double width,
      ToDoubleFunction<SegmentSummary> value,
      DoubleFunction<String> format) {
    TableColumn<SegmentSummary, Number> column =
        TableColumns.sorted(texts.bind(key), value, format);
    TableColumns.widths(column, width, width, width + 14);
    getColumns().add(column);
  }

  private TableColumn<SegmentSummary, String> moved() {
    TableColumn<SegmentSummary, String> column =
        TableColumns.text(texts.bind("moved"), SegmentSummary::name);
    column.setSortable(false);
    TableColumns.widths(column, 80, 90, 120);
    column.setCellFactory(ignored -> new MovedCell());
    return column;
  }

  private static double known(@Nullable Double value) {
    return value == null ? Double.NaN : value;
  }

  /** How the segment's size went over the last months. */
  private final class MovedCell extends TableCell<SegmentSummary, String> {
    private final Sparkline line = new Sparkline();

    @Override
    protected void updateItem(@Nullable String segment, boolean empty) {
      super.updateItem(segment, empty);
      SegmentHistory history = model.historyProperty().get();
      int place = history == null || segment == null ? -1 : history.segments().indexOf(segment);
      if (empty || place < 0) {
        setGraphic(null);
        return;
      }
      line.show(
          Objects.requireNonNull(history).bySegment().get(place).stream()
              .mapToDouble(SegmentMonth::customers)
              .toArray());
      setGraphic(line);
    }
  }
}
