package org.tiersmith.ui.model;

import java.util.List;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.tiersmith.service.RunView;
import org.tiersmith.training.metrics.ReliabilityBin;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.kit.chart.Axis;
import org.tiersmith.ui.kit.chart.ChartExport;
import org.tiersmith.ui.kit.chart.ReliabilityChart;

/** How far the selected run's probabilities can be taken at their word. */
final class CalibrationCard extends StackPane {
  private final Texts texts;
  private final Formats formats;
  private final ModelViewModel model;
  private final ReliabilityChart chart = new ReliabilityChart();

  CalibrationCard(Ui ui, Texts texts, ModelViewModel model) {
    this.texts = texts;
    this.formats = ui.formats();
    this.model = model;
    chart.setId("calibration");
    Tooltip about = new Tooltip();
    about.textProperty().bind(texts.bind("calibration.tooltip"));
    about.setWrapText(true);
    about.setMaxWidth(400);
    Tooltip.install(chart, about);
    var none = Labels.paragraph(texts.bind("calibration.none"));
    none.visibleProperty().bind(chart.modelProperty().isNull());
    StackPane place = new StackPane(chart, none);
    getChildren()
        .add(
            new Card(texts.bind("calibration"), place)
                .subtitled(texts.bind("calibration.how"))
                .withActions(ChartExport.offer(ui, chart, texts.bind("calibration")))
                .growing(place));
    model.runs().selectedProperty().subscribe(now -> draw());
    ui.language().tongueProperty().subscribe(now -> draw());
  }

  private void draw() {
    RunView run = model.runs().selectedProperty().get();
    List<ReliabilityBin> bins =
        run == null || run.result() == null ? List.of() : run.result().test().reliability();
    chart.show(bins.isEmpty() ? null : drawn(texts, formats, bins));
  }

  /** The chart of some bins, both axes as long as the greatest probability needs. */
  static ReliabilityChart.Model drawn(Texts texts, Formats formats, List<ReliabilityBin> bins) {
    double top =
        bins.stream().mapToDouble(b -> Math.max(b.predicted(), b.observed())).max().orElse(1);
    double end = Math.min(1, Math.ceil(top * 10 + 0.2) / 10);
    return new ReliabilityChart.Model(
        new Axis(0, end, share -> formats.percent(share, 0), texts.get("calibration.predicted")),
        new Axis(0, end, share -> formats.percent(share, 0), texts.get("calibration.observed")),
        bins.stream()
            .map(b -> new ReliabilityChart.Bin(b.predicted(), b.observed(), b.rows()))
            .toList());
  }
}
