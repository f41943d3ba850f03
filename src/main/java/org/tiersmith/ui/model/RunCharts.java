package org.tiersmith.ui.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.tiersmith.project.MetricPoint;
import org.tiersmith.service.RunView;
import org.tiersmith.training.TestMetrics;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.kit.chart.Axis;
import org.tiersmith.ui.kit.chart.LineChart;
import org.tiersmith.ui.kit.chart.LineChart.Line;
import org.tiersmith.ui.kit.chart.LineChart.Mark;
import org.tiersmith.ui.kit.chart.ReliabilityChart;
import org.tiersmith.ui.kit.chart.Series;

/** The selected run's loss while and after it learned, and how far its probabilities hold. */
final class RunCharts extends HBox {
  private static final double SMOOTHING = 0.2;

  private final Texts texts;
  private final Formats formats;
  private final ModelViewModel model;
  private final LineChart loss = new LineChart();
  private final ReliabilityChart calibration = new ReliabilityChart();

  RunCharts(Ui ui, Texts texts, ModelViewModel model) {
    super(12);
    this.texts = texts;
    this.formats = ui.formats();
    this.model = model;
    loss.setId("loss");
    calibration.setId("calibration");
    Card left = new Card(texts.bind("loss"), loss).subtitled(texts.bind("loss.how")).growing(loss);
    Card right =
        new Card(texts.bind("calibration"), calibration)
            .subtitled(texts.bind("calibration.how"))
            .growing(calibration);
    Tooltip about = new Tooltip();
    about.textProperty().bind(texts.bind("calibration.tooltip"));
    about.setWrapText(true);
    about.setMaxWidth(400);
    Tooltip.install(calibration, about);
    HBox.setHgrow(left, Priority.ALWAYS);
    left.setMinWidth(280);
    left.setPrefWidth(460);
    right.setPrefWidth(300);
    right.setMinWidth(250);
    getChildren().addAll(left, right);
    model.pointsProperty().subscribe(points -> drawLoss());
    model.selectedProperty().subscribe(this::drawCalibration);
    ui.language()
        .tongueProperty()
        .subscribe(
            tongue -> {
              drawLoss();
              drawCalibration(model.selectedProperty().get());
            });
  }

  private void drawLoss() {
    List<MetricPoint> points = model.pointsProperty().get();
    Series train = series(points, "train.loss", "", false);
    Series validation = series(points, "validation.loss", texts.get("loss.validation"), true);
    if (train.size() == 0) {
      loss.show(null);
      return;
    }
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(train, 0, true));
    lines.add(new Line(train.smoothed(texts.get("loss.train"), SMOOTHING), 0, false));
    lines.add(new Line(validation, 1, false));
    loss.show(
        new LineChart.Model(
            new Axis(0, last(train, validation), formats::compact, texts.get("loss.step")),
            around(train, validation),
            lines,
            marks(validation)));
  }

  private static Series series(List<MetricPoint> points, String key, String name, boolean marked) {
    List<MetricPoint> own = points.stream().filter(p -> p.series().equals(key)).toList();
    return new Series(
        name,
        own.stream().mapToDouble(MetricPoint::step).toArray(),
        own.stream().mapToDouble(MetricPoint::value).toArray(),
        marked);
  }

  private static double last(Series train, Series validation) {
    double steps = train.x()[train.size() - 1];
    return validation.size() == 0 ? steps : Math.max(steps, validation.x()[validation.size() - 1]);
  }

  /** From the lowest to the highest of both, the first few wild steps left out. */
  private Axis around(Series train, Series validation) {
    double[] smooth = train.smoothed("", SMOOTHING).y();
    double[] all =
        java.util.stream.DoubleStream.concat(Arrays.stream(smooth), Arrays.stream(validation.y()))
            .filter(Double::isFinite)
            .toArray();
    double low = Arrays.stream(all).min().orElse(0);
    double high = Arrays.stream(all).max().orElse(1);
    double air = Math.max(0.01, 0.15 * (high - low));
    return Axis.around(Math.max(0, low - air), high + air, value -> formats.number(value, 2), "");
  }

  /** Each validation after the first step ends an epoch; the last needs no line at the edge. */
  private List<Mark> marks(Series validation) {
    double[] ends = Arrays.stream(validation.x()).filter(step -> step > 0).toArray();
    return IntStream.range(0, Math.max(0, ends.length - 1))
        .mapToObj(i -> new Mark(ends[i], texts.get("loss.epoch", i + 2)))
        .toList();
  }

  private void drawCalibration(@Nullable RunView run) {
    TestMetrics test = run == null || run.result() == null ? null : run.result().test();
    if (test == null || test.reliability().isEmpty()) {
      calibration.show(null);
      return;
    }
    double top =
        test.reliability().stream()
            .mapToDouble(bin -> Math.max(bin.predicted(), bin.observed()))
            .max()
            .orElse(1);
    double end = Math.min(1, Math.ceil(top * 10 + 0.2) / 10);
    calibration.show(
        new ReliabilityChart.Model(
            new Axis(
                0, end, share -> formats.percent(share, 0), texts.get("calibration.predicted")),
            new Axis(0, end, share -> formats.percent(share, 0), texts.get("calibration.observed")),
            test.reliability().stream()
                .map(b -> new ReliabilityChart.Bin(b.predicted(), b.observed(), b.rows()))
                .toList()));
  }
}
