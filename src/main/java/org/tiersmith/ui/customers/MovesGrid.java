package org.tiersmith.ui.customers;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tiersmith.profile.SegmentMoves;
import org.tiersmith.service.GivenNames;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.kit.chart.HeatGrid;

/** From which RFM cell customers went to which within some months. */
final class MovesGrid extends VBox {
  private final ComparisonsViewModel model;
  private final Ui ui;
  private final Texts texts;
  private final Formats formats;
  private final HeatGrid grid = new HeatGrid();

  MovesGrid(ComparisonsViewModel model, Ui ui, Texts texts) {
    super(6);
    this.model = model;
    this.ui = ui;
    this.texts = texts;
    this.formats = ui.formats();
    HBox head = new HBox(8, Labels.section(texts.bind("moves")), spans());
    head.getStyleClass().add("ts-row");
    grid.setMinHeight(80);
    Node place = Lazily.of(model.moves(), texts, model::look, () -> grid);
    VBox.setVgrow(place, Priority.ALWAYS);
    getChildren().addAll(head, place);
    model.moves().valueProperty().subscribe(this::show);
    ui.language().tongueProperty().subscribe(this::show);
    show();
  }

  private ComboBox<Integer> spans() {
    ComboBox<Integer> spans = Combos.of(ui.language(), months -> texts.get("span", months));
    spans.getItems().setAll(ComparisonsViewModel.SPANS);
    spans.setValue(model.spanProperty().get());
    spans.setOnAction(event -> model.spanProperty().set(spans.getValue()));
    spans.getStyleClass().add("ts-small");
    spans.setId("span");
    spans.accessibleTextProperty().bind(texts.bind("span.name"));
    return spans;
  }

  private void show() {
    SegmentMoves moves = model.moves().valueProperty().get();
    if (moves == null) {
      grid.show(null);
      return;
    }
    List<String> names =
        moves.cells().stream().map(cell -> ui.language().say(GivenNames.segment(cell))).toList();
    List<List<HeatGrid.Cell>> cells = new ArrayList<>();
    for (int from = 0; from < names.size(); from++) {
      cells.add(row(names, from, moves.counts().get(from)));
    }
    grid.show(new HeatGrid.Model(texts.get("moves.title"), names, names, cells));
  }

  private List<HeatGrid.Cell> row(List<String> names, int from, List<Long> counts) {
    double all = counts.stream().mapToLong(Long::longValue).sum();
    List<HeatGrid.Cell> row = new ArrayList<>();
    for (int to = 0; to < counts.size(); to++) {
      long count = counts.get(to);
      double share = all > 0 ? count / all : 0;
      row.add(
          new HeatGrid.Cell(
              share,
              count == 0 ? "" : formats.percent(share, 0),
              texts.get("moves.reading", names.get(from), names.get(to), count)));
    }
    return row;
  }
}
