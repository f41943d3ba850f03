package org.tiersmith.ui.strategy;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.service.PairRow;
import org.tiersmith.service.StrategyGround;
import org.tiersmith.strategy.BoundBy;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.PagedTable;
import org.tiersmith.ui.kit.TableColumns;
import org.tiersmith.ui.strategy.StrategyViewModel.Explained;

/** The rows behind the figures: pair by pair with the reason of each, or by segment. */
final class PairsCard extends VBox {
  private static final int ALL = -1;

  private final Live live;
  private final StrategyDesk desk;
  private final Formats formats;
  private final PagedTable<PairRow> table;
  private final ComboBox<Integer> segment;

  PairsCard(Live live, StrategyDesk desk) {
    this.live = live;
    this.desk = desk;
    this.formats = live.ui().formats();
    this.table = new PagedTable<>(live.ui());
    this.segment = Combos.of(live.ui().language(), this::segmentName);
    getStyleClass().add("ts-card");
    SegmentFigures bySegment = new SegmentFigures(live);
    ToggleButton pairs = toggle("rows.pairs");
    ToggleButton segments = toggle("rows.segments");
    ToggleGroup group = new ToggleGroup();
    group.getToggles().addAll(pairs, segments);
    group.selectToggle(pairs);
    group
        .selectedToggleProperty()
        .subscribe(
            (before, now) -> {
              if (now == null && before != null) {
                before.setSelected(true);
              }
            });
    VBox pairRows = new VBox(6, table, explanation());
    VBox.setVgrow(table, Priority.ALWAYS);
    table.setMinHeight(150);
    bySegment.setMinHeight(150);
    pairRows.visibleProperty().bind(pairs.selectedProperty());
    bySegment.visibleProperty().bind(segments.selectedProperty());
    segment.visibleProperty().bind(pairs.selectedProperty());
    StackPane rows = new StackPane(pairRows, bySegment);
    VBox.setVgrow(rows, Priority.ALWAYS);
    getChildren().addAll(header(pairs, segments), rows);
    fillColumns();
    fillSegments();
    table.table().getSelectionModel().selectedItemProperty().subscribe(live.model()::explain);
    live.follow(table::refresh);
    segment.valueProperty().subscribe(this::filter);
  }

  private ToggleButton toggle(String key) {
    ToggleButton button = new ToggleButton();
    button.textProperty().bind(live.texts().bind(key));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.getStyleClass().add("ts-tab");
    return button;
  }

  private Node header(Node... tabs) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox header = new HBox(4, tabs);
    header.getStyleClass().add("ts-card-header");
    segment.setId("segment-filter");
    segment.accessibleTextProperty().bind(live.texts().bind("filter"));
    header.getChildren().addAll(gap, segment);
    return header;
  }

  private void fillColumns() {
    table.table().getStyleClass().add("ts-dense");
    TableColumns.widths(plain("customer", PairRow::customerId), 72, 84, 130);
    TableColumns.widths(plain("product", PairRow::title), 124, 220);
    TableColumns.widths(plain("segment", PairRow::segment), 96, 104, 190);
    TableColumns.widths(
        number("probability", r -> formats.percent(r.probability(), 1)), 78, 80, 110);
    TableColumns.widths(number("list-price", r -> formats.money(r.listPrice(), 2)), 78, 86, 120);
    TableColumns.widths(number("discount", r -> rate(r.rate())), 66, 70, 100);
    TableColumn<PairRow, String> price = number("price", r -> formats.money(r.price(), 2));
    price.setSortable(false);
    TableColumns.widths(price, 78, 86, 120);
    TableColumns.widths(plain("bound", r -> bound(r.boundBy())), 76, 90, 140);
    TableColumns.widths(
        number(
            "incremental-profit",
            r -> formats.signed(r.incrementalProfit(), formats.money(r.incrementalProfit(), 2))),
        86,
        96,
        140);
  }

  private TableColumn<PairRow, String> plain(
      String id, java.util.function.Function<PairRow, String> value) {
    TableColumn<PairRow, String> column = table.text(id, title(id), value);
    column.setSortable(false);
    return column;
  }

  private TableColumn<PairRow, String> number(
      String id, java.util.function.Function<PairRow, String> value) {
    return table.number(id, title(id), value);
  }

  private javafx.beans.value.ObservableValue<String> title(String id) {
    return live.texts().bind("column." + id);
  }

  private String rate(double rate) {
    return formats.percent(rate, Math.abs(Math.rint(rate * 100) - rate * 100) < 1e-6 ? 0 : 1);
  }

  private String bound(BoundBy by) {
    return by == BoundBy.NONE ? "" : live.texts().choice("bound", by);
  }

  private void fillSegments() {
    live.follow(
        () -> {
          Integer chosen = segment.getValue();
          int count = segments().size();
          List<Integer> all = IntStream.range(ALL, count).boxed().toList();
          if (!segment.getItems().equals(all)) {
            segment.getItems().setAll(all);
          }
          segment.setValue(chosen == null || chosen >= count ? Integer.valueOf(ALL) : chosen);
        },
        live.model().groundProperty());
  }

  private List<String> segments() {
    StrategyGround ground = live.model().groundProperty().get();
    return ground == null ? List.of() : ground.segments();
  }

  private String segmentName(int index) {
    return index == ALL || index >= segments().size()
        ? live.texts().get("all-segments")
        : live.segment(segments().get(index));
  }

  private void filter(@Nullable Integer chosen) {
    table
        .sourceProperty()
        .set(new PairRows(desk, live.model(), live.ui().tasks(), chosen == null ? ALL : chosen));
  }

  private Node explanation() {
    var label =
        org.tiersmith.ui.kit.Labels.paragraph(
            Bindings.createStringBinding(
                this::sentence,
                live.model().explainedProperty(),
                live.ui().language().tongueProperty()));
    label.setId("explanation");
    return label;
  }

  private String sentence() {
    Explained explained = live.model().explainedProperty().get();
    if (explained == null) {
      return live.texts().get("explain.hint");
    }
    var why = explained.why();
    return live.texts()
        .get(
            "explain.row",
            explained.row().customerId(),
            explained.row().title(),
            live.ui().language().say(why.reason()),
            formats.percent(why.p0(), 1),
            formats.percent(why.probability(), 1),
            formats.money(why.waste(), 2));
  }
}
