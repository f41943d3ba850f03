package org.tiersmith.ui.customers;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.profile.SegmentHistory;
import org.tiersmith.profile.SegmentMonth;
import org.tiersmith.profile.SegmentMoves;
import org.tiersmith.service.GivenNames;
import org.tiersmith.ui.kit.ChoiceBar;
import org.tiersmith.ui.kit.ChoiceBar.Choice;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.kit.chart.Axis;
import org.tiersmith.ui.kit.chart.HeatGrid;
import org.tiersmith.ui.kit.chart.LineChart;
import org.tiersmith.ui.kit.chart.Series;

/** How the segments moved over the months, and for RFM cells who went where. */
final class MovementPane extends HBox {
  /** What of a segment is followed. */
  private enum Measure {
    SIZE,
    REVENUE,
    DISCOUNT
  }

  private final SegmentsViewModel model;
  private final Ui ui;
  private final Texts texts;
  private final Formats formats;
  private final ObjectProperty<Measure> measure =
      new SimpleObjectProperty<>(this, "measure", Measure.SIZE);
  private final LineChart chart = new LineChart();
  private final HeatGrid grid = new HeatGrid();

  MovementPane(SegmentsViewModel model, Ui ui, Texts texts) {
    super(24);
    this.model = model;
    this.ui = ui;
    this.texts = texts;
    this.formats = ui.formats();
    Region lines = lines();
    Region moves = moves();
    moves
        .visibleProperty()
        .bind(
            model
                .comparisons()
                .schemeProperty()
                .map(scheme -> model.comparisons().movesBetween())
                .orElse(false));
    moves.managedProperty().bind(moves.visibleProperty());
    getChildren().addAll(lines, moves);
    model.historyProperty().subscribe(this::showLines);
    model.selectedProperty().subscribe(this::showLines);
    measure.subscribe(this::showLines);
    model.comparisons().moves().valueProperty().subscribe(this::showMoves);
    ui.language()
        .tongueProperty()
        .subscribe(
            tongue -> {
              showLines();
              showMoves(model.comparisons().moves().valueProperty().get());
            });
    showLines();
  }

  private Region lines() {
    ChoiceBar<Measure> measures =
        new ChoiceBar<>(
            measure,
            List.of(
                new Choice<>(Measure.SIZE, "measure-size", texts.bind("measure.size")),
                new Choice<>(Measure.REVENUE, "measure-revenue", texts.bind("measure.revenue")),
                new Choice<>(
                    Measure.DISCOUNT, "measure-discount", texts.bind("measure.discount"))));
    VBox.setVgrow(chart, Priority.ALWAYS);
    chart.setMinHeight(80);
    VBox lines = new VBox(6, measures, chart, Labels.muted(texts.bind("movement.note")));
    lines.setPrefWidth(420);
    lines.setMinWidth(300);
    HBox.setHgrow(lines, Priority.ALWAYS);
    return lines;
  }

  private Region moves() {
    ComboBox<Integer> spans = Combos.of(ui.language(), months -> texts.get("span", months));
    spans.getItems().setAll(ComparisonsViewModel.SPANS);
    spans.setValue(model.comparisons().spanProperty().get());
    spans.setOnAction(event -> model.comparisons().spanProperty().set(spans.getValue()));
    spans.getStyleClass().add("ts-small");
    spans.setId("span");
    spans.accessibleTextProperty().bind(texts.bind("span.name"));
    HBox head = new HBox(8, Labels.section(texts.bind("moves")), spans);
    head.getStyleClass().add("ts-row");
    Node grid =
        Lazily.of(model.comparisons().moves(), texts, model.comparisons()::look, () -> this.grid);
    VBox.setVgrow(grid, Priority.ALWAYS);
    this.grid.setMinHeight(80);
    VBox moves = new VBox(6, head, grid);
    moves.setPrefWidth(660);
    moves.setMinWidth(480);
    HBox.setHgrow(moves, Priority.ALWAYS);
    return moves;
  }

  private void showLines() {
    SegmentHistory history = model.historyProperty().get();
    if (history == null || history.months().size() < 2) {
      chart.show(null);
      return;
    }
    List<LineChart.Line> lines = new ArrayList<>();
    int chosen = history.segments().indexOf(String.valueOf(model.selectedProperty().get()));
    for (int s = 0; s < history.segments().size(); s++) {
      if (s != chosen) {
        lines.add(new LineChart.Line(series(history, s), 4, LineChart.Style.FAINT));
      }
    }
    if (chosen >= 0) {
      lines.add(new LineChart.Line(series(history, chosen), 0, LineChart.Style.SOLID));
    }
    double most =
        lines.stream()
            .flatMapToDouble(line -> Arrays.stream(line.series().y()))
            .filter(Double::isFinite)
            .max()
            .orElse(1);
    Axis x = new Axis(0, history.months().size() - 1.0, at -> month(history.months(), at), "");
    chart.show(
        new LineChart.Model(
            x,
            Axis.around(0, most, format(), ""),
            lines,
            List.of(),
            new LineChart.Reading(at -> month(history.months(), at), format())));
  }

  private static String month(List<YearMonth> months, double at) {
    return months.get((int) Math.clamp(Math.round(at), 0, months.size() - 1)).toString();
  }

  private DoubleFunction<String> format() {
    return switch (measure.get()) {
      case SIZE, REVENUE -> formats::compact;
      case DISCOUNT -> v -> formats.percent(v, 0);
    };
  }

  private Series series(SegmentHistory history, int segment) {
    ToDoubleFunction<SegmentMonth> value =
        switch (measure.get()) {
          case SIZE -> SegmentMonth::customers;
          case REVENUE -> SegmentMonth::revenue;
          case DISCOUNT -> SegmentMonth::meanDiscount;
        };
    List<SegmentMonth> months = history.bySegment().get(segment);
    return new Series(
        said(history.segments().get(segment)),
        IntStream.range(0, months.size()).asDoubleStream().toArray(),
        months.stream().mapToDouble(value).toArray(),
        false);
  }

  private void showMoves(@Nullable SegmentMoves moves) {
    if (moves == null) {
      grid.show(null);
      return;
    }
    List<List<HeatGrid.Cell>> cells = new ArrayList<>();
    for (int r = 0; r < moves.cells().size(); r++) {
      List<Long> row = moves.counts().get(r);
      double all = row.stream().mapToLong(Long::longValue).sum();
      List<HeatGrid.Cell> line = new ArrayList<>();
      for (int c = 0; c < row.size(); c++) {
        double share = all > 0 ? row.get(c) / all : 0;
        line.add(
            new HeatGrid.Cell(
                share,
                row.get(c) == 0 ? "" : formats.percent(share, 0),
                texts.get(
                    "moves.reading",
                    said(moves.cells().get(r)),
                    said(moves.cells().get(c)),
                    row.get(c))));
      }
      cells.add(line);
    }
    List<String> names = moves.cells().stream().map(this::said).toList();
    grid.show(new HeatGrid.Model(texts.get("moves.title"), names, names, cells));
  }

  private String said(String segment) {
    return ui.language().say(GivenNames.segment(segment));
  }
}
