package org.tiersmith.ui.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import org.tiersmith.service.PairRow;
import org.tiersmith.service.RowQuery;
import org.tiersmith.strategy.BoundBy;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.PagedTable;
import org.tiersmith.ui.kit.TableColumns;

/** The pairs of the scenario that the sliders rest on, a page at a time. */
final class PairTable extends BorderPane {
  private final Live live;
  private final Formats formats;
  private final PagedTable<PairRow> table;
  private final List<TableColumn<?, ?>> spare = new ArrayList<>();

  PairTable(Live live, StrategyDesk desk, ObservableValue<RowQuery.Filter> filter) {
    this.live = live;
    this.formats = live.ui().formats();
    this.table = new PagedTable<>(live.ui());
    setCenter(table);
    fillColumns();
    table.table().setId("pairs");
    table.table().getSelectionModel().selectedItemProperty().subscribe(this::selected);
    live.model().details().settledProperty().subscribe(settled -> table.refresh());
    live.ui().language().tongueProperty().subscribe(table::refresh);
    live.ui().formats().currencyProperty().subscribe(table::refresh);
    filter.subscribe(
        (RowQuery.Filter now) ->
            table.sourceProperty().set(new PairRows(desk, live.model(), live.ui().tasks(), now)));
  }

  /** Leaves out what the explanation beside it says anyway. */
  void narrow(boolean isNarrow) {
    spare.forEach(column -> column.setVisible(!isNarrow));
  }

  /** Selects no row, and explains none. */
  void unselect() {
    table.table().getSelectionModel().clearSelection();
    live.model().explain(null);
  }

  /** A page that is read anew selects nothing; what is explained stays. */
  private void selected(@Nullable PairRow row) {
    if (row != null) {
      live.model().explain(row);
    }
  }

  PagedTable<PairRow> paged() {
    return table;
  }

  private void fillColumns() {
    table.table().getStyleClass().add("ts-dense");
    TableColumns.widths(plain("customer", PairRow::customerId), 72, 84, 130);
    TableColumns.widths(plain("product", PairRow::title), 100, 220);
    TableColumn<PairRow, String> segment = plain("segment", r -> live.segment(r.segment()));
    TableColumns.widths(segment, 92, 104, 190);
    TableColumns.widths(
        number("probability", PairRow::probability, p -> formats.percent(p, 1)), 78, 80, 110);
    TableColumn<PairRow, String> list =
        number("list-price", PairRow::listPrice, p -> formats.money(p, 2));
    TableColumns.widths(list, 78, 86, 120);
    TableColumns.widths(
        number("discount", PairRow::rate, rate -> Rates.text(formats, rate)), 66, 70, 100);
    TableColumn<PairRow, String> price = number("price", PairRow::price, p -> formats.money(p, 2));
    TableColumns.widths(price, 78, 86, 120);
    TableColumn<PairRow, String> bound = plain("bound", r -> bound(r.boundBy()));
    TableColumns.widths(bound, 76, 90, 140);
    TableColumns.widths(
        number(
            "incremental-profit",
            PairRow::incrementalProfit,
            profit -> formats.signed(profit, formats.money(profit, 2))),
        86,
        96,
        140);
    spare.addAll(List.of(segment, list, price, bound));
  }

  private TableColumn<PairRow, String> plain(String id, Function<PairRow, String> value) {
    TableColumn<PairRow, String> column = table.text(id, title(id), value);
    column.setSortable(false);
    return column;
  }

  private TableColumn<PairRow, String> number(
      String id, ToDoubleFunction<PairRow> value, DoubleFunction<String> format) {
    return table.number(id, title(id), value, format);
  }

  private ObservableValue<String> title(String id) {
    return live.texts().bind("column." + id);
  }

  private String bound(BoundBy by) {
    return by == BoundBy.NONE ? "" : live.texts().choice("bound", by);
  }
}
