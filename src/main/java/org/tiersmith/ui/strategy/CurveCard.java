package org.tiersmith.ui.strategy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.service.StrategyGround;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.ProbabilityHistogram;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.ui.kit.ChoiceBar;
import org.tiersmith.ui.kit.ChoiceBar.Choice;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.chart.Axis;
import org.tiersmith.ui.kit.chart.ChartExport;
import org.tiersmith.ui.kit.chart.Series;
import org.tiersmith.ui.kit.chart.StepCurve;
import org.tiersmith.ui.strategy.WhatIf.Answer;
import org.tiersmith.ui.strategy.WhatIf.Side;

/**
 * The discount by purchase probability over how many pairs there are, or how purchases answer
 * discounts.
 */
final class CurveCard extends VBox {
  private static final int CURRENT = 0;
  private static final int COMPARED = 2;

  /** What can be shown. */
  private enum Page {
    DISCOUNT,
    RESPONSE
  }

  private final ObjectProperty<Page> shown =
      new SimpleObjectProperty<>(this, "shown", Page.DISCOUNT);
  private final Live live;
  private final Formats formats;
  private final StepCurve curve = new StepCurve();
  private double[] hill = new double[0];

  CurveCard(Live live) {
    this.live = live;
    this.formats = live.ui().formats();
    curve.setId("curve");
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(live.texts().bind("curve.tooltip"));
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(420);
    Tooltip.install(curve, tooltip);
    VBox rates = new VBox(6, new CurveLegend(live), curve);
    VBox.setVgrow(curve, Priority.ALWAYS);
    ResponsePage response = new ResponsePage(live);
    rates.visibleProperty().bind(shown.isEqualTo(Page.DISCOUNT));
    response.visibleProperty().bind(shown.isEqualTo(Page.RESPONSE));
    StackPane pages = new StackPane(rates, response);
    VBox.setVgrow(pages, Priority.ALWAYS);
    getStyleClass().add("ts-card");
    getChildren().addAll(header(response), pages);
    live.model().groundProperty().subscribe(ground -> hill = hill(ground));
    live.follow(
        this::draw, shown, live.model().groundProperty(), live.model().details().grantedProperty());
  }

  private HBox header(ResponsePage response) {
    ChoiceBar<Page> choice =
        new ChoiceBar<>(
            shown,
            List.of(
                new Choice<>(Page.DISCOUNT, "page-discount", live.texts().bind("curve.short")),
                new Choice<>(Page.RESPONSE, "page-response", live.texts().bind("response.chart"))));
    Node saveRates = ChartExport.offer(live.ui(), curve, live.texts().bind("curve"));
    Node saveResponse = response.saving();
    saveRates.visibleProperty().bind(shown.isEqualTo(Page.DISCOUNT));
    saveResponse.visibleProperty().bind(shown.isEqualTo(Page.RESPONSE));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox header = new HBox(choice, gap, new StackPane(saveRates, saveResponse));
    header.getStyleClass().add("ts-card-header");
    return header;
  }

  private void draw() {
    Answer answer = live.model().answerProperty().get();
    StrategyGround ground = live.model().groundProperty().get();
    boolean hidden = shown.get() != Page.DISCOUNT;
    curve.show(hidden || answer == null || ground == null ? null : model(answer, ground));
  }

  private StepCurve.Model model(Answer answer, StrategyGround ground) {
    double top = Math.max(0.05, highest(answer.current().scenario()));
    Optional<Side> other = answer.side(false);
    top = Math.max(top, other.map(side -> highest(side.scenario())).orElse(0.0));
    List<StepCurve.Curve> curves = new ArrayList<>();
    Details.Granted granted = live.model().details().grantedProperty().get();
    add(curves, answer.current(), granted.current(), CURRENT, top);
    if (other.isPresent()) {
      add(curves, other.get(), granted.compared(), COMPARED, top);
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
        hill,
        mark <= end ? mark : Double.NaN,
        Double.isNaN(mark)
            ? ""
            : live.texts().get("curve.target", formats.percent(mark, mark < 0.1 ? 1 : 0)),
        count -> live.texts().get("pairs.count", Math.round(count)));
  }

  /** A policy that is no rule shows the curve that was granted last until the next is there. */
  private void add(
      List<StepCurve.Curve> curves,
      Side side,
      @Nullable RateCurve granted,
      int colour,
      double top) {
    RateCurve drawn = side.curve() == null ? granted : side.curve();
    if (drawn != null) {
      double[] raw = drawn.raw();
      curves.add(
          new StepCurve.Curve(
              live.scenario(side.scenario()),
              drawn.edges(),
              drawn.rates(),
              colour,
              raw == null || colour != CURRENT ? null : below(drawn.edges(), raw, top)));
    }
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

  private static double[] hill(@Nullable StrategyGround ground) {
    if (ground == null) {
      return new double[0];
    }
    double[] sum = new double[ground.distributions().getFirst().counts().length];
    for (ProbabilityHistogram segment : ground.distributions()) {
      Arrays.setAll(sum, i -> sum[i] + segment.counts()[i]);
    }
    return sum;
  }
}
