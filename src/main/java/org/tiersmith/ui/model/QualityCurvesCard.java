package org.tiersmith.ui.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.service.RunResult;
import org.tiersmith.service.RunView;
import org.tiersmith.training.TestMetrics;
import org.tiersmith.training.metrics.Confusion;
import org.tiersmith.training.metrics.Curve;
import org.tiersmith.training.metrics.Interval;
import org.tiersmith.training.metrics.Intervals;
import org.tiersmith.ui.kit.ChoiceBar;
import org.tiersmith.ui.kit.ChoiceBar.Choice;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.kit.chart.Axis;
import org.tiersmith.ui.kit.chart.ChartExport;
import org.tiersmith.ui.kit.chart.LineChart;
import org.tiersmith.ui.kit.chart.LineChart.Line;
import org.tiersmith.ui.kit.chart.LineChart.Style;
import org.tiersmith.ui.kit.chart.ReliabilityChart;
import org.tiersmith.ui.kit.chart.Series;
import org.tiersmith.ui.model.RunQuality.Kind;

/** Calibration, and how well the run ranks: ROC, precision over recall, gain and lift. */
final class QualityCurvesCard extends VBox {
  /** What can be shown. */
  enum Shown {
    CALIBRATION(null),
    ROC(Kind.ROC),
    PRECISION_RECALL(Kind.PRECISION_RECALL),
    GAIN(Kind.GAIN),
    LIFT(Kind.LIFT);

    private final @Nullable Kind kind;

    Shown(@Nullable Kind kind) {
      this.kind = kind;
    }
  }

  private final Ui ui;
  private final Texts texts;
  private final Formats formats;
  private final QualityViewModel model;
  private final RunsViewModel runs;
  private final ObjectProperty<Shown> shown =
      new SimpleObjectProperty<>(this, "shown", Shown.CALIBRATION);
  private final LineChart lines = new LineChart();
  private final ReliabilityChart calibration = new ReliabilityChart();

  QualityCurvesCard(Ui ui, Texts texts, ModelViewModel model) {
    this.ui = ui;
    this.texts = texts;
    this.formats = ui.formats();
    this.model = model.quality();
    this.runs = model.runs();
    getStyleClass().add("ts-card");
    lines.setId("quality-curve");
    calibration.setId("quality-calibration");
    lines.visibleProperty().bind(shown.isNotEqualTo(Shown.CALIBRATION));
    calibration.visibleProperty().bind(shown.isEqualTo(Shown.CALIBRATION));
    StackPane charts = new StackPane(lines, calibration);
    VBox.setVgrow(charts, Priority.ALWAYS);
    getChildren().addAll(header(), said(), charts);
    shown.subscribe(now -> draw());
    this.model.confusionBinding().subscribe(now -> draw());
    ui.language().tongueProperty().subscribe(now -> draw());
  }

  private HBox header() {
    ChoiceBar<Shown> choice =
        new ChoiceBar<>(shown, Arrays.stream(Shown.values()).map(this::choice).toList());
    Node saveLines = ChartExport.offer(ui, lines, texts.bind("page.quality"));
    Node saveBins = ChartExport.offer(ui, calibration, texts.bind("calibration"));
    saveLines.visibleProperty().bind(lines.visibleProperty());
    saveBins.visibleProperty().bind(calibration.visibleProperty());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox header = new HBox(choice, gap, new StackPane(saveLines, saveBins));
    header.getStyleClass().add("ts-card-header");
    return header;
  }

  private Choice<Shown> choice(Shown value) {
    String name = value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new Choice<>(value, "quality-" + name, texts.bind("quality-curve." + name));
  }

  private Node said() {
    var label =
        Labels.muted(
            Bindings.createStringBinding(
                this::figures,
                shown,
                model.qualityProperty(),
                runs.selectedProperty(),
                ui.language().tongueProperty()));
    label.setWrapText(true);
    return label;
  }

  private String figures() {
    RunResult result = result();
    if (result == null) {
      return "";
    }
    TestMetrics test = result.test();
    Intervals of = result.intervals();
    return switch (shown.get()) {
      case CALIBRATION ->
          texts.get(
              "quality.calibration",
              formats.number(test.ece(), 3),
              estimate(test.brier(), of == null ? null : of.brier()));
      case ROC -> texts.get("quality.roc", estimate(test.auc(), of == null ? null : of.auc()));
      case PRECISION_RECALL ->
          texts.get(
              "quality.precision-recall", estimate(test.prAuc(), of == null ? null : of.prAuc()));
      case GAIN -> texts.get("quality.gain");
      case LIFT -> texts.get("quality.lift");
    };
  }

  private @Nullable RunResult result() {
    return runs.selectedProperty().get() instanceof RunView run ? run.result() : null;
  }

  private String estimate(double value, @Nullable Interval interval) {
    String written = formats.number(value, 3);
    return interval == null || Double.isNaN(interval.low())
        ? written
        : texts.get(
            "estimate",
            written,
            formats.number(interval.low(), 3),
            formats.number(interval.high(), 3));
  }

  private void draw() {
    RunQuality quality = model.qualityProperty().get();
    Kind curve = shown.get().kind;
    RunResult result = result();
    if (quality == null || result == null) {
      lines.show(null);
      calibration.show(null);
    } else if (curve == null) {
      calibration.show(CalibrationCard.drawn(texts, formats, result.test().reliability()));
    } else {
      lines.show(drawn(quality, curve));
    }
  }

  private LineChart.Model drawn(RunQuality quality, Kind curve) {
    Curve points = quality.curve(curve);
    double top = curve == Kind.LIFT ? Arrays.stream(points.y()).max().orElse(1) : 1;
    Axis y =
        curve == Kind.LIFT
            ? Axis.around(0, top, v -> formats.number(v, 1), texts.choice("axis-y", curve))
            : new Axis(0, 1, v -> formats.percent(v, 0), texts.choice("axis-y", curve));
    return new LineChart.Model(
        new Axis(0, 1, v -> formats.percent(v, 0), texts.choice("axis-x", curve)),
        y,
        List.of(
            reference(quality, curve),
            new Line(
                new Series(texts.get("quality.model"), points.x(), points.y(), false),
                0,
                Style.SOLID),
            here(quality, curve)),
        List.of(),
        new LineChart.Reading(
            v -> texts.choice("axis-x", curve) + " " + formats.percent(v, 1),
            v -> curve == Kind.LIFT ? formats.number(v, 2) : formats.percent(v, 1)));
  }

  /** What guessing would do. */
  private Line reference(RunQuality quality, Kind curve) {
    Confusion now = quality.at(model.thresholdProperty().get());
    double[] y =
        switch (curve) {
          case ROC, GAIN -> new double[] {0, 1};
          case PRECISION_RECALL -> new double[] {baseRate(now), baseRate(now)};
          case LIFT -> new double[] {1, 1};
        };
    return new Line(
        new Series(texts.get("quality.chance"), new double[] {0, 1}, y, false), 0, Style.REFERENCE);
  }

  /** Where the threshold lies. */
  private Line here(RunQuality quality, Kind curve) {
    Confusion now = quality.at(model.thresholdProperty().get());
    double chosen = (now.truePositives() + now.falsePositives()) / (double) now.rows();
    double bought = now.recall();
    double[] at =
        switch (curve) {
          case ROC -> new double[] {1 - now.specificity(), bought};
          case PRECISION_RECALL -> new double[] {bought, now.precision()};
          case GAIN -> new double[] {chosen, bought};
          case LIFT -> new double[] {chosen, now.precision() / baseRate(now)};
        };
    return new Line(
        new Series(texts.get("quality.here"), new double[] {at[0]}, new double[] {at[1]}, true),
        1,
        Style.SOLID);
  }

  private static double baseRate(Confusion confusion) {
    return confusion.positives() / (double) confusion.rows();
  }

  /** What is shown now. */
  ObjectProperty<Shown> shownProperty() {
    return shown;
  }
}
