package org.tiersmith.ui.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.response.HeldOutLoss;
import org.tiersmith.response.ObservedPoint;
import org.tiersmith.response.ResponseFits;
import org.tiersmith.response.ResponseKind;
import org.tiersmith.response.SegmentFit;
import org.tiersmith.service.StrategyGround;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.chart.Axis;
import org.tiersmith.ui.kit.chart.ChartExport;
import org.tiersmith.ui.kit.chart.ResponseChart;
import org.tiersmith.ui.kit.chart.Series;

/** How the purchases of a segment answered discounts, and the curves fitted to them. */
final class ResponsePage extends VBox {
  private static final int ALL = -1;
  private static final int CURVE_POINTS = 60;
  private static final double BEYOND = 1.15;

  private final Live live;
  private final Formats formats;
  private final ResponseChart chart = new ResponseChart();
  private final ComboBox<Integer> segment;

  ResponsePage(Live live) {
    super(6);
    this.live = live;
    this.formats = live.ui().formats();
    this.segment = Combos.of(live.ui().language(), this::name);
    chart.setId("response-chart");
    segment.setId("response-segment");
    segment.getStyleClass().add("ts-small");
    segment.setMinWidth(124);
    segment.setPrefWidth(150);
    segment.accessibleTextProperty().bind(live.texts().bind("filter"));
    Label caption = Labels.muted(live.text(this::caption, segment.valueProperty()));
    caption.setId("held-out");
    caption.getStyleClass().add("ts-may-be-cut");
    caption.setMinWidth(0);
    Tooltip findings = new Tooltip();
    findings.textProperty().bind(live.text(this::findings, segment.valueProperty()));
    findings.setWrapText(true);
    findings.setMaxWidth(420);
    caption.setTooltip(findings);
    HBox.setHgrow(caption, Priority.ALWAYS);
    HBox row = new HBox(8, segment, caption);
    row.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(chart, Priority.ALWAYS);
    getChildren().addAll(row, chart);
    live.model().groundProperty().subscribe(this::fill);
    Stream.of(
            live.ui().language().tongueProperty(),
            live.model().groundProperty(),
            segment.valueProperty(),
            visibleProperty())
        .forEach(observable -> observable.subscribe(this::draw));
    live.model().currentProperty().map(Scenario::response).subscribe(kind -> draw());
  }

  /** The button that saves the chart. */
  Node saving() {
    return ChartExport.offer(live.ui(), chart, live.texts().bind("response"));
  }

  private void fill(@Nullable StrategyGround ground) {
    int count = ground == null ? 0 : ground.segments().size();
    segment
        .getItems()
        .setAll(
            Stream.concat(Stream.of(ALL), IntStream.range(0, count).boxed())
                .collect(Collectors.toList()));
    segment.setValue(ALL);
  }

  private @Nullable ResponseFits fits() {
    StrategyGround ground = live.model().groundProperty().get();
    return ground == null ? null : ground.fits();
  }

  private @Nullable SegmentFit fit() {
    ResponseFits fits = fits();
    Integer chosen = segment.getValue();
    if (fits == null) {
      return null;
    }
    return chosen == null || chosen < 0 || chosen >= fits.segments().size()
        ? fits.all()
        : fits.segments().get(chosen);
  }

  private String name(int index) {
    StrategyGround ground = live.model().groundProperty().get();
    return index == ALL || ground == null || index >= ground.segments().size()
        ? live.texts().get("all-segments")
        : live.segment(ground.segments().get(index));
  }

  /** Which curve foretells best what none has seen, and whether a discount helps to foretell. */
  private String caption() {
    SegmentFit fit = fit();
    if (fit == null) {
      return live.texts().get("response.no-exposures");
    }
    if (!fit.own()) {
      return live.texts().get("response.few", fit.exposures());
    }
    HeldOutLoss loss = fit.heldOut();
    return loss.exposures() == 0
        ? live.texts().get("response.unchecked")
        : live.texts()
            .get(
                "response.checked",
                live.texts().choice("response", loss.best()),
                formats.number(loss.of(loss.best()), 4),
                formats.number(loss.constant(), 4));
  }

  private String findings() {
    ResponseFits fits = fits();
    return fits == null || fits.findings().isEmpty()
        ? caption()
        : fits.findings().stream().map(live.ui().language()::say).collect(Collectors.joining("\n"));
  }

  private void draw() {
    SegmentFit fit = isVisible() ? fit() : null;
    chart.show(fit == null || fit.points().isEmpty() ? null : model(fit));
  }

  private ResponseChart.Model model(SegmentFit fit) {
    double end = fit.points().stream().mapToDouble(ObservedPoint::rate).max().orElse(0);
    double last = Math.max(0.05, BEYOND * end);
    double high = fit.points().stream().mapToDouble(ObservedPoint::high).max().orElse(1);
    return new ResponseChart.Model(
        new Axis(0, last, rate -> formats.percent(rate, 0), live.texts().get("axis.rate")),
        Axis.around(
            0,
            high,
            share -> formats.percent(share, high < 0.05 ? 1 : 0),
            live.texts().get("axis.share")),
        live.texts().get("response.seen"),
        fit.points().stream().map(this::observed).toList(),
        curves(fit, last));
  }

  private ResponseChart.Observed observed(ObservedPoint point) {
    return new ResponseChart.Observed(
        point.rate(),
        point.share(),
        point.low(),
        point.high(),
        point.exposures(),
        List.of(
            live.texts()
                .get(
                    "response.point",
                    formats.percent(point.share(), 1),
                    Rates.text(formats, point.rate())),
            live.texts().get("response.count", point.purchases(), point.exposures())));
  }

  /** The learned response is each pair's own: it has no curve here. */
  private List<ResponseChart.Fit> curves(SegmentFit fit, double end) {
    Scenario shown = live.model().currentProperty().get();
    ResponseKind inUse = shown == null ? ResponseKind.LEARNED : shown.response();
    ResponseKind chosen = inUse == ResponseKind.LEARNED ? fit.heldOut().best() : inUse;
    List<ResponseChart.Fit> curves = new ArrayList<>();
    for (ResponseKind kind :
        List.of(ResponseKind.HAZARD, ResponseKind.LOGIT, ResponseKind.ISOTONIC)) {
      double[] rate = new double[CURVE_POINTS + 1];
      double[] share = new double[CURVE_POINTS + 1];
      for (int i = 0; i <= CURVE_POINTS; i++) {
        rate[i] = Math.min(end * i / CURVE_POINTS, 0.999);
        share[i] = fit.curves().probability(kind, rate[i]);
      }
      String name = live.texts().choice("response.short", kind);
      curves.add(
          new ResponseChart.Fit(name, new Series(name, rate, share, false), false, kind == chosen));
    }
    return curves;
  }
}
