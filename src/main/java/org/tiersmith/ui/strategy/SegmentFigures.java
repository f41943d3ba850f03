package org.tiersmith.ui.strategy;

import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.tiersmith.service.StrategyGround;
import org.tiersmith.strategy.Figures;
import org.tiersmith.strategy.Outcome;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.SaveMenu;
import org.tiersmith.ui.kit.Saver;
import org.tiersmith.ui.kit.TableColumns;
import org.tiersmith.ui.kit.ValueTable;
import org.tiersmith.ui.strategy.WhatIf.Answer;

/** The figures of each segment, of the largest where there are many, and of all in the last row. */
final class SegmentFigures extends TableView<SegmentFigures.Row> {
  private static final double ROW_HEIGHT = 30;

  /** A segment with what its pairs bring. */
  record Row(String name, Figures figures) {}

  private final Live live;

  SegmentFigures(Live live) {
    this.live = live;
    Formats formats = live.ui().formats();
    getStyleClass().add("ts-table");
    setFixedCellSize(ROW_HEIGHT);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    TableColumn<Row, String> name =
        TableColumns.text(live.texts().bind("column.segment"), Row::name);
    TableColumns.widths(name, 100, 140);
    getColumns().add(name);
    add("column.pairs", f -> formats.count(f.pairs()));
    add(
        "column.units",
        f -> formats.signed(f.incrementalUnits(), formats.number(f.incrementalUnits(), 1)));
    add("column.discount-cost", f -> formats.money(f.discountCost()));
    add("column.waste-share", f -> formats.percent(f.wasteShare(), 0));
    add("column.coverage", f -> formats.percent(f.coverage(), 0));
    add("column.mean-rate", f -> formats.percent(f.meanRate(), 1));
    add(
        "column.incremental-profit",
        f -> formats.signed(f.incrementalProfit(), formats.money(f.incrementalProfit())));
    live.follow(this::fill, live.model().groundProperty());
  }

  private void add(String key, Function<Figures, String> value) {
    TableColumn<Row, String> column =
        TableColumns.number(live.texts().bind(key), row -> value.apply(row.figures()));
    column.setSortable(false);
    TableColumns.widths(column, 76, 92, 150);
    getColumns().add(column);
  }

  /** The button that saves the figures. */
  Node saving() {
    ObservableValue<String> title = live.texts().bind("rows.segments");
    return SaveMenu.offer(
        live.ui(),
        this,
        new SaveMenu.Entry(
            live.texts().bind("save.figures"),
            () -> new Saver(live.ui()).values(title.getValue(), values())));
  }

  private ValueTable values() {
    ValueTable table = new ValueTable(getColumns().stream().map(TableColumn::getText).toList());
    for (Row row : getItems()) {
      Figures f = row.figures();
      table.row(
          row.name(),
          f.pairs(),
          f.incrementalUnits(),
          f.discountCost(),
          f.wasteShare(),
          f.coverage(),
          f.meanRate(),
          f.incrementalProfit());
    }
    return table;
  }

  private void fill() {
    Answer answer = live.model().answerProperty().get();
    StrategyGround ground = live.model().groundProperty().get();
    if (answer == null || ground == null) {
      getItems().clear();
      return;
    }
    Outcome outcome = answer.current().outcome();
    List<String> names = ground.segments();
    int known = Math.min(names.size(), outcome.bySegment().size());
    getItems()
        .setAll(
            live.model().largestSegments().stream()
                .filter(s -> s < known)
                .map(s -> new Row(live.segment(names.get(s)), outcome.bySegment().get(s)))
                .toList());
    getItems().add(new Row(live.texts().get("all-segments"), outcome.all()));
  }
}
