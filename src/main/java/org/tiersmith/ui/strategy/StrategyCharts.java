package org.tiersmith.ui.strategy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.tiersmith.service.StrategyGround;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.ProbabilityHistogram;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.chart.Axis;
import org.tiersmith.ui.kit.chart.Series;
import org.tiersmith.ui.kit.chart.StackedBars;
import org.tiersmith.ui.kit.chart.StepCurve;
import org.tiersmith.ui.strategy.WhatIf.Answer;
import org.tiersmith.ui.strategy.WhatIf.Side;

/** Discount by purchase probability, and how many pairs of each segment get which tier. */
final class StrategyCharts extends HBox {
  private final Live live;
  private final Formats formats;
  private final StepCurve curve = new StepCurve();
  private final StackedBars bars = new StackedBars();

  StrategyCharts(Live live) {
    super(12);
    this.live = live;
    this.formats = live.ui().formats();
    curve.setId("curve");
    bars.setId("tier-mix");
    Card left =
        new Card(live.texts().bind("curve"), curve)
            .subtitled(live.text(this::pairs))
            .withActions(new CurveLegend(live))
            .growing(curve);
    Card right = new Card(live.texts().bind("tier-mix"), bars).growing(bars);
    Tooltip.install(curve, tooltip("curve.tooltip"));
    Tooltip.install(bars, tooltip("tier-mix.tooltip"));
    HBox.setHgrow(left, Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    left.setPrefWidth(480);
    right.setPrefWidth(330);
    right.setMinWidth(260);
    left.setMinWidth(300);
    getChildren().addAll(left, right);
    live.follow(this::draw, live.model().groundProperty());
  }

  private Tooltip tooltip(String key) {
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(live.texts().bind(key));
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(420);
    return tooltip;
  }

  private String pairs() {
    StrategyGround ground = live.model().groundProperty().get();
    return ground == null ? "" : live.texts().get("pairs.count", ground.pairs());
  }

  private void draw() {
    Answer answer = live.model().answerProperty().get();
    StrategyGround ground = live.model().groundProperty().get();
    if (answer == null || ground == null) {
      curve.show(null);
      bars.show(null);
      return;
    }
    curve.show(curve(answer, ground));
    bars.show(bars(answer.current(), ground));
  }

  private StepCurve.Model curve(Answer answer, StrategyGround ground) {
    List<StepCurve.Curve> curves = new ArrayList<>();
    double top = Math.max(0.05, highest(answer.current().scenario()));
    Side other = answer.compared();
    if (other != null) {
      top = Math.max(top, highest(other.scenario()));
    }
    curves.add(curve(answer.current(), 0, top));
    if (other != null) {
      curves.add(curve(other, 2, top));
    }
    double mark =
        answer.current().scenario().policy() instanceof Policy.Target target
            ? target.target()
            : Double.NaN;
    double end = StrategyViewModel.end(ground);
    return new StepCurve.Model(
        new Axis(
            0,
            end,
            share -> formats.percent(share, end <= 0.05 ? 1 : 0),
            live.texts().get("axis.p0")),
        new Axis(0, top * 1.04, share -> formats.percent(share, 0), ""),
        curves,
        silhouette(ground),
        mark <= end ? mark : Double.NaN,
        Double.isNaN(mark)
            ? ""
            : live.texts().get("curve.target", formats.percent(mark, mark < 0.1 ? 1 : 0)));
  }

  private StepCurve.Curve curve(Side side, int colour, double top) {
    double[] raw = side.curve().raw();
    return new StepCurve.Curve(
        live.scenario(side.scenario()),
        side.curve().edges(),
        side.curve().rates(),
        colour,
        raw == null || colour != 0 ? null : below(side.curve().edges(), raw, top));
  }

  /** The part of a line that stays below the chart's upper edge. */
  private static Series below(double[] x, double[] y, double top) {
    int[] inside = IntStream.range(0, x.length).filter(i -> y[i] <= top).toArray();
    return new Series(
        "",
        Arrays.stream(inside).mapToDouble(i -> x[i]).toArray(),
        Arrays.stream(inside).mapToDouble(i -> y[i]).toArray(),
        false);
  }

  private static double highest(Scenario scenario) {
    return scenario.tiers().rates().getLast().value();
  }

  private static double[] silhouette(StrategyGround ground) {
    double[] sum = new double[ground.distributions().getFirst().counts().length];
    for (ProbabilityHistogram segment : ground.distributions()) {
      Arrays.setAll(sum, i -> sum[i] + segment.counts()[i]);
    }
    return sum;
  }

  private StackedBars.Model bars(Side side, StrategyGround ground) {
    long[][] mix = side.outcome().tierMix();
    List<String> segments = ground.segments();
    return new StackedBars.Model(
        side.scenario().tiers().rates().stream().map(rate -> tier(rate.value())).toList(),
        IntStream.range(0, Math.min(mix.length, segments.size()))
            .mapToObj(
                s ->
                    new StackedBars.Row(
                        live.segment(segments.get(s)),
                        Arrays.stream(mix[s]).asDoubleStream().toArray()))
            .toList());
  }

  private String tier(double rate) {
    return formats.percent(rate, Math.abs(Math.rint(rate * 100) - rate * 100) < 1e-6 ? 0 : 1);
  }
}
