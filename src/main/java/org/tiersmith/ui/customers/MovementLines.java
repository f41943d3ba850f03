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
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tiersmith.profile.SegmentHistory;
import org.tiersmith.profile.SegmentMonth;
import org.tiersmith.service.GivenNames;
import org.tiersmith.ui.kit.ChoiceBar;
import org.tiersmith.ui.kit.ChoiceBar.Choice;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.kit.chart.Axis;
import org.tiersmith.ui.kit.chart.LineChart;
import org.tiersmith.ui.kit.chart.Series;

/** How large the segments were in each month, or what they spent; the selected one stands out. */
final class MovementLines extends VBox {
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

  MovementLines(SegmentsViewModel model, Ui ui, Texts texts) {
    super(6);
    this.model = model;
    this.ui = ui;
    this.texts = texts;
    this.formats = ui.formats();
    VBox.setVgrow(chart, Priority.ALWAYS);
    chart.setMinHeight(80);
    getChildren().addAll(measures(), chart, Labels.muted(texts.bind("movement.note")));
    model.historyProperty().subscribe(this::show);
    model.selectedProperty().subscribe(this::show);
    measure.subscribe(this::show);
    ui.language().tongueProperty().subscribe(this::show);
    show();
  }

  private ChoiceBar<Measure> measures() {
    return new ChoiceBar<>(
        measure,
        List.of(
            new Choice<>(Measure.SIZE, "measure-size", texts.bind("measure.size")),
            new Choice<>(Measure.REVENUE, "measure-revenue", texts.bind("measure.revenue")),
            new Choice<>(Measure.DISCOUNT, "measure-discount", texts.bind("measure.discount"))));
  }

  private void show() {
    SegmentHistory history = model.historyProperty().get();
    if (history == null || history.months().size() < 2) {
      chart.show(null);
      return;
    }
    List<LineChart.Line> lines = lines(history);
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

  /** The selected segment's line last, above all others. */
  private List<LineChart.Line> lines(SegmentHistory history) {
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
    return lines;
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
        ui.language().say(GivenNames.segment(history.segments().get(segment))),
        IntStream.range(0, months.size()).asDoubleStream().toArray(),
        months.stream().mapToDouble(value).toArray(),
        false);
  }
}
