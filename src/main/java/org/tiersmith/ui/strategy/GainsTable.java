package org.tiersmith.ui.strategy;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tiersmith.strategy.GainsAndLosses;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.TableColumns;
import org.tiersmith.ui.strategy.WhatIf.Answer;

/** How many customers of each segment save more and less by the current than by the compared. */
final class GainsTable extends VBox {
  private static final double WIDTH = 296;
  private static final int MOST = 40;

  private final Live live;
  private final TableView<GainsAndLosses> table = new TableView<>();

  GainsTable(Live live) {
    super(6);
    this.live = live;
    Formats formats = live.ui().formats();
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    Label title = Labels.muted(live.text(this::title));
    title.getStyleClass().add("ts-may-be-cut");
    table.setId("gains");
    table.getStyleClass().addAll("ts-table", "ts-dense");
    table.setFixedCellSize(28);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setPlaceholder(Labels.paragraph(live.texts().bind("gains.none")));
    TableColumn<GainsAndLosses, String> segment =
        TableColumns.text(live.texts().bind("column.segment"), g -> live.segment(g.segment()));
    TableColumns.widths(segment, 74, 90);
    segment.setSortable(false);
    table.getColumns().add(segment);
    add("gains.more", g -> formats.count(g.gain()), 56);
    add("gains.less", g -> formats.count(g.lose()), 56);
    add("gains.saving", g -> formats.signed(g.saving(), formats.money(g.saving())), 84);
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren().addAll(title, table);
  }

  private void add(String key, Function<GainsAndLosses, String> value, double width) {
    TableColumn<GainsAndLosses, String> column = TableColumns.number(live.texts().bind(key), value);
    column.setSortable(false);
    TableColumns.widths(column, width, width, 2 * width);
    table.getColumns().add(column);
  }

  private String title() {
    Answer answer = live.model().answerProperty().get();
    return answer == null
        ? ""
        : answer
            .side(false)
            .map(
                other ->
                    live.texts()
                        .get(
                            "gains.title",
                            live.scenario(answer.current().scenario()),
                            live.scenario(other.scenario())))
            .orElse(live.texts().get("gains"));
  }

  /** Shows the segments, of many those where most changes. */
  void show(List<GainsAndLosses> gains) {
    table
        .getItems()
        .setAll(
            gains.size() <= MOST
                ? gains
                : gains.stream()
                    .sorted(Comparator.comparingDouble(g -> -Math.abs(g.saving())))
                    .limit(MOST)
                    .toList());
  }
}
