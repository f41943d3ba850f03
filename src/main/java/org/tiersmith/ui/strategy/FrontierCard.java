package org.tiersmith.ui.strategy;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.service.FrontierView;
import org.tiersmith.strategy.BudgetCertificate;
import org.tiersmith.strategy.Figures;
import org.tiersmith.strategy.Policy;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.chart.Axis;
import org.tiersmith.ui.kit.chart.ChartExport;
import org.tiersmith.ui.kit.chart.FrontierChart;
import org.tiersmith.ui.kit.chart.FrontierChart.Point;
import org.tiersmith.ui.kit.chart.FrontierChart.Standing;
import org.tiersmith.ui.kit.chart.Series;
import org.tiersmith.ui.strategy.Details.Under;
import org.tiersmith.ui.strategy.WhatIf.Answer;
import org.tiersmith.ui.strategy.WhatIf.Side;

/** The most profit of every budget, with the scenarios below it. */
final class FrontierCard extends VBox {
  private static final double NOTHING = 0.5;

  private final Live live;
  private final Formats formats;
  private final FrontierChart chart = new FrontierChart();

  FrontierCard(Live live) {
    this.live = live;
    this.formats = live.ui().formats();
    chart.setId("frontier");
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(live.texts().bind("frontier.tooltip"));
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(420);
    Label caption =
        Labels.muted(live.text(this::caption, live.model().details().frontierProperty()));
    caption.setId("shadow-price");
    caption.setWrapText(true);
    caption.setMinHeight(USE_PREF_SIZE);
    Card card =
        new Card(live.texts().bind("frontier"), chart, caption)
            .withActions(ChartExport.offer(live.ui(), chart, live.texts().bind("frontier")))
            .growing(chart);
    Tooltip.install(caption, tooltip);
    VBox.setVgrow(card, Priority.ALWAYS);
    getChildren().add(card);
    chart.onBudget((gesture, value) -> live.model().edit(gesture, Edits.budget(value)));
    live.follow(this::draw, live.model().details().frontierProperty());
  }

  private @Nullable FrontierView view() {
    Under under = live.model().details().frontierProperty().get();
    return under == null ? null : under.view();
  }

  /** What more budget would earn where the scenario stands, or why there is nothing to see. */
  private String caption() {
    Answer answer = live.model().answerProperty().get();
    Under under = live.model().details().frontierProperty().get();
    if (answer == null || under == null) {
      return "";
    }
    if (under.view() == null || !answer.current().outcome().all().hasProfit()) {
      return live.texts().get("frontier.no-cost");
    }
    double price = shadowPrice(answer, under.view());
    return price > 0
        ? live.texts()
            .get(
                "frontier.next", whole(formats.money(100, 0)), whole(formats.money(100 * price, 2)))
        : live.texts().get("frontier.enough");
  }

  /** Of a plan with budgets by group its own; else that of the frontier at the scenario's cost. */
  private static double shadowPrice(Answer answer, FrontierView view) {
    BudgetCertificate own = answer.current().outcome().certificate();
    return own != null
            && answer.current().scenario().policy() instanceof Policy.BudgetOptimum budget
            && budget.hasGroups()
        ? own.shadowPrice()
        : view.certificate()
            .of(Math.max(0, answer.current().outcome().all().discountCost()))
            .shadowPrice();
  }

  /** An amount stays on the line of its sign. */
  private static String whole(String amount) {
    return amount.replace(' ', '\u00a0');
  }

  private void draw() {
    Answer answer = live.model().answerProperty().get();
    FrontierView view = view();
    if (answer == null || view == null || !answer.current().outcome().all().hasProfit()) {
      chart.show(null);
    } else {
      chart.show(model(answer, view));
    }
  }

  private FrontierChart.Model model(Answer answer, FrontierView view) {
    List<Point> points = points(answer);
    double end = view.cost()[view.cost().length - 1];
    double top = view.profit()[view.profit().length - 1];
    double widest = points.stream().mapToDouble(Point::cost).max().orElse(0);
    double lowest = points.stream().mapToDouble(Point::profit).min().orElse(0);
    Figures all = answer.current().outcome().all();
    double left = view.best().applyAsDouble(all.discountCost()) - all.incrementalProfit();
    return new FrontierChart.Model(
        new Axis(
            0,
            Math.max(1.15 * Math.max(end, Math.min(widest, 3 * end)), 1),
            formats::compact,
            live.texts().get("axis.cost")),
        Axis.around(
            Math.min(0, Math.max(lowest, -0.6 * top)), Math.max(top, 1), formats::compact, ""),
        new Series(live.texts().get("frontier.curve"), view.cost(), view.profit(), false),
        points,
        left > NOTHING ? live.texts().get("frontier.left", formats.money(left)) : "",
        certificate(answer, view),
        budget(answer));
  }

  private List<Point> points(Answer answer) {
    List<Point> points = new ArrayList<>();
    points.add(point(answer.current(), Standing.CURRENT));
    answer.side(false).ifPresent(side -> points.add(point(side, Standing.COMPARED)));
    Under under = live.model().details().frontierProperty().get();
    if (under != null) {
      under
          .others()
          .forEach(
              other ->
                  points.add(
                      new Point(
                          live.scenario(other.scenario()),
                          other.cost(),
                          other.profit(),
                          Standing.OTHER)));
    }
    return points;
  }

  private Point point(Side side, Standing standing) {
    Figures all = side.outcome().all();
    return new Point(
        live.scenario(side.scenario()), all.discountCost(), all.incrementalProfit(), standing);
  }

  private String certificate(Answer answer, FrontierView view) {
    double gap = view.certificate().of(answer.current().outcome().all().discountCost()).gap();
    return live.texts().get("frontier.gap", gap < 1e-6 ? "< 0.0001 %" : formats.percent(gap, 4));
  }

  private FrontierChart.@Nullable Budget budget(Answer answer) {
    return answer.current().scenario().policy() instanceof Policy.BudgetOptimum budget
            && !budget.hasGroups()
        ? new FrontierChart.Budget(budget.budget(), formats::compact)
        : null;
  }
}
