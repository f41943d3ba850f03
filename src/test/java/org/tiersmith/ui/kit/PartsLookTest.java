package org.tiersmith.ui.kit;

import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.tiersmith.ui.Mouse;
import org.tiersmith.ui.Pictures;
import org.tiersmith.ui.kit.chart.FrontierChart;
import org.tiersmith.ui.kit.chart.FrontierChart.Model;
import org.tiersmith.ui.kit.chart.LadderTrack;
import org.tiersmith.ui.kit.chart.LadderTrack.Ladder;
import org.tiersmith.ui.kit.chart.ResponseChart;
import org.tiersmith.ui.kit.chart.Samples;
import org.tiersmith.ui.kit.chart.StackedBars;
import org.tiersmith.ui.kit.chart.StepCurve;

/** The parts of the strategy screen in every look, as they are and with far too much in them. */
class PartsLookTest {

  @Test
  void frontiers() {
    Pictures.take(
        "parts-frontier",
        ui -> {
          ui.formats().currencyProperty().set("¥");
          PartsScreen screen = new PartsScreen(ui);
          return screen
              .row(frontier(ui, screen, 300, 1), frontier(ui, screen, 420, 4), empty(ui, screen))
              .row(frontier(ui, screen, 240, 3), frontier(ui, screen, 620, 24));
        });
  }

  private static Card frontier(Ui ui, PartsScreen screen, double width, int others) {
    FrontierChart chart = new FrontierChart();
    chart.onBudget((gesture, budget) -> {});
    return screen.chart(
        "Profit for every budget",
        width,
        chart,
        () -> Samples.frontier(ui.formats(), screen.chinese(), others));
  }

  /** One scenario near the frontier's steep beginning and no budget. */
  private static Card empty(Ui ui, PartsScreen screen) {
    return screen.chart(
        "One scenario",
        260,
        new FrontierChart(),
        () -> {
          Model full = Samples.frontier(ui.formats(), screen.chinese(), 0);
          return new Model(
              full.cost(),
              full.profit(),
              full.curve(),
              java.util.List.of(
                  new FrontierChart.Point(
                      "Spring", 31_000, 20_000, FrontierChart.Standing.CURRENT)),
              full.left(),
              full.certificate(),
              null);
        });
  }

  @Test
  void ladders() {
    Pictures.take(
        "parts-ladder",
        ui -> {
          PartsScreen screen = new PartsScreen(ui);
          return screen.row(
              screen.card("Few tiers", 300, ladders(ui, 6)),
              screen.card("Many tiers", 300, ladders(ui, 12)),
              screen.card("As many as there may be", 420, ladders(ui, 32)));
        });
  }

  private static VBox ladders(Ui ui, int tiers) {
    LadderTrack snapped = new LadderTrack(ui, (gesture, boundaries) -> {}, () -> {});
    snapped.show(Samples.ladder(tiers));
    LadderTrack moved = new LadderTrack(ui, (gesture, boundaries) -> {}, () -> {});
    double[] boundaries = Samples.ladder(tiers).boundaries();
    for (int i = 1; i < tiers; i++) {
      boundaries[i] = Math.sqrt(i) * 0.06;
    }
    moved.show(new Ladder(Samples.ladder(tiers).values(), boundaries, true));
    LabelledSlider slider =
        new LabelledSlider(
            LabelledSlider.Layout.STACKED,
            PartsScreen.text("α"),
            new LabelledSlider.Range(0, 2, 0.01),
            ValueFormat.number(2),
            ui.formats(),
            ui.language());
    slider.valueProperty().set(0.42);
    slider.estimateProperty().set(new LabelledSlider.Estimate(0.36, 0.31, 0.45));
    return new VBox(24, snapped, moved, slider);
  }

  @Test
  void responsesAndComparisons() {
    Pictures.take(
        "parts-response",
        ui -> {
          ui.formats().currencyProperty().set("¥");
          PartsScreen screen = new PartsScreen(ui);
          return screen
              .row(
                  screen.chart(
                      "How purchases answer",
                      420,
                      new ResponseChart(),
                      () -> Samples.response(ui.formats(), screen.chinese())),
                  screen.chart(
                      "Narrow",
                      250,
                      new ResponseChart(),
                      () -> Samples.response(ui.formats(), screen.chinese())),
                  screen.card("Scenarios", 300, comparison(ui, screen, 3)))
              .row(screen.card("Many scenarios", 900, comparison(ui, screen, 12)));
        });
  }

  private static ComparisonTable comparison(Ui ui, PartsScreen screen, int scenarios) {
    ComparisonTable table = new ComparisonTable(ui, base -> {});
    ui.language()
        .tongueProperty()
        .subscribe(
            tongue -> table.show(Samples.comparison(ui.formats(), screen.chinese(), scenarios)));
    return table;
  }

  @Test
  void tierMixesAndRules() {
    Pictures.take(
        "parts-tiers",
        ui -> {
          PartsScreen screen = new PartsScreen(ui);
          return screen
              .row(
                  bars(screen, 300, 5, 6, false),
                  bars(screen, 300, 6, 6, true),
                  bars(screen, 300, 26, 12, true))
              .row(
                  steps(ui, screen, 480, 6),
                  steps(ui, screen, 480, 32),
                  bars(screen, 240, 40, 32, false));
        });
  }

  private static Card bars(
      PartsScreen screen, double width, int rows, int tiers, boolean compared) {
    return screen.chart(
        "Tiers by segment",
        width,
        new StackedBars(),
        () ->
            Samples.tiers(
                rows,
                tiers,
                compared,
                count -> screen.chinese() ? "还有 " + count + " 个" : "and " + count + " more"));
  }

  /** With the mouse over it. */
  private static Card steps(Ui ui, PartsScreen screen, double width, int tiers) {
    StepCurve chart = new StepCurve();
    Mouse.hover(chart, MouseEvent.MOUSE_MOVED, 150, 90);
    return screen.chart(
        "Discount by purchase probability",
        width,
        chart,
        () -> Samples.steps(ui.formats(), screen.chinese(), tiers, () -> {}));
  }
}
