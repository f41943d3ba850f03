package org.tiersmith.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tiersmith.ui.Fx;
import org.tiersmith.ui.Mouse;
import org.tiersmith.ui.TestUi;
import org.tiersmith.ui.kit.Language.Tongue;
import org.tiersmith.ui.kit.Theme.Mode;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.kit.chart.FrontierChart.Budget;
import org.tiersmith.ui.kit.chart.FrontierChart.Model;

class FrontierChartTest {
  private record Move(String gesture, double budget) {}

  private final List<Move> moves = new ArrayList<>();
  private FrontierChart chart;
  private Ui ui;
  private Stage stage;

  @BeforeEach
  void open() {
    Fx.run(
        () -> {
          ui = TestUi.of(Tongue.ENGLISH, Mode.LIGHT);
          chart = new FrontierChart();
          chart.onBudget(this::moved);
          stage = new Stage();
          stage.setScene(new Scene(new StackPane(chart), 400, 260));
          ui.theme().dress(stage.getScene());
          chart.show(Samples.frontier(ui.formats(), false, 3));
          stage.show();
        });
    Fx.settle();
    Fx.run(() -> stage.getScene().getRoot().layout());
  }

  @AfterEach
  void close() {
    Fx.run(stage::close);
  }

  /** As a screen does: the model follows. */
  private void moved(String gesture, double budget) {
    moves.add(new Move(gesture, budget));
    Model shown = chart.modelProperty().get();
    assertThat(shown).isNotNull();
    chart.show(
        new Model(
            shown.cost(),
            shown.profit(),
            shown.curve(),
            shown.points(),
            shown.left(),
            shown.certificate(),
            new Budget(budget, Double::toString)));
  }

  @Test
  void oneDragIsOneGestureAndTheNextAnother() {
    double from = xOf(240_000);
    drag(from, from - 30, from - 60);
    drag(xOf(moves.getLast().budget()), from, from + 10);
    assertThat(moves).hasSize(4);
    assertThat(moves.get(0).gesture()).isNotEmpty().isEqualTo(moves.get(1).gesture());
    assertThat(moves.get(2).gesture()).isNotEqualTo(moves.get(1).gesture());
    assertThat(moves.get(1).budget()).isLessThan(moves.get(0).budget()).isLessThan(240_000);
    assertThat(moves).allMatch(move -> move.budget() % 1_000 == 0);
  }

  @Test
  void aDragNeverLeavesTheAxis() {
    drag(xOf(240_000), -500, 5_000);
    assertThat(moves).extracting(Move::budget).containsExactly(0.0, 400_000.0);
  }

  @Test
  void aPressElsewhereMovesNothing() {
    drag(xOf(100_000), xOf(120_000), xOf(140_000));
    assertThat(moves).isEmpty();
  }

  @Test
  void keysMoveTheBudgetEachForItself() {
    press(KeyCode.RIGHT);
    press(KeyCode.PAGE_DOWN);
    press(KeyCode.END);
    press(KeyCode.HOME);
    press(KeyCode.A);
    assertThat(moves)
        .containsExactly(
            new Move("", 245_000), new Move("", 195_000), new Move("", 400_000), new Move("", 0));
  }

  @Test
  void tellsItsBudgetToThoseWhoHear() {
    assertThat(Fx.call(() -> chart.queryAccessibleAttribute(AccessibleAttribute.VALUE)))
        .isEqualTo(240_000.0);
    assertThat(Fx.call(chart::getAccessibleText))
        .contains("Spring target: 238.9k → 171k", "9,800 left", "gap < 0.0001 %");
  }

  @Test
  void theBestIsReadBetweenThePoints() {
    Model two =
        new Model(
            new Axis(0, 10, Double::toString, ""),
            new Axis(0, 10, Double::toString, ""),
            new Series("", new double[] {0, 4, 6}, new double[] {0, 8, 9}, false),
            List.of(),
            "",
            "",
            null);
    assertThat(two.best(1)).isEqualTo(2);
    assertThat(two.best(4)).isEqualTo(8);
    assertThat(two.best(5)).isEqualTo(8.5);
    assertThat(two.best(9)).isEqualTo(9);
    assertThat(two.best(0)).isZero();
  }

  @Test
  void aHundredThousandPointsAreDrawnWithinFiveMilliseconds() {
    Model small = Samples.frontier(ui.formats(), false, 3);
    Model large =
        new Model(
            small.cost(),
            small.profit(),
            Samples.frontier(100_000),
            small.points(),
            small.left(),
            small.certificate(),
            null);
    double best =
        Fx.call(
            () -> {
              Canvas canvas = new Canvas(600, 400);
              double least = Double.MAX_VALUE;
              for (int i = 0; i < 60; i++) {
                long start = System.nanoTime();
                chart.draw(
                    new Pen(canvas.getGraphicsContext2D(), chart.colours()), large, 600, 400);
                least = Math.min(least, (System.nanoTime() - start) / 1e6);
                canvas.getGraphicsContext2D().clearRect(0, 0, 600, 400);
              }
              return least;
            });
    System.out.printf("frontier of 100,000 points: %.2f ms%n", best);
    assertThat(best).isLessThan(5);
  }

  @Test
  void showsNothingAndALotWithoutFailing() {
    Model shown = Samples.frontier(ui.formats(), false, 60);
    Fx.run(() -> chart.show(shown));
    Fx.settle();
    Fx.run(() -> chart.show(null));
    Fx.settle();
    assertThat(Fx.call(chart::getAccessibleText)).isEmpty();
    Set<Integer> colours =
        Fx.call(
            () -> {
              var image = chart.snapshot(null, null);
              Set<Integer> found = new java.util.HashSet<>();
              for (int x = 0; x < 400; x += 3) {
                for (int y = 0; y < 260; y += 3) {
                  found.add(image.getPixelReader().getArgb(x, y));
                }
              }
              return found;
            });
    assertThat(colours).hasSize(1);
  }

  private double xOf(double cost) {
    Model shown = chart.modelProperty().get();
    assertThat(shown).isNotNull();
    return Plot.within(shown.cost(), shown.profit(), 400, 260, 40).atX(cost);
  }

  private void drag(double from, double... to) {
    Fx.run(
        () -> {
          fire(MouseEvent.MOUSE_PRESSED, from);
          for (double x : to) {
            fire(MouseEvent.MOUSE_DRAGGED, x);
          }
          fire(MouseEvent.MOUSE_RELEASED, to[to.length - 1]);
        });
    Fx.settle();
  }

  private void fire(javafx.event.EventType<MouseEvent> type, double x) {
    Point2D at = chart.localToScreen(x, 100);
    Mouse.fire(chart, type, new Point2D(x, 100), at, 1);
  }

  private void press(KeyCode code) {
    Fx.run(
        () ->
            Event.fireEvent(
                chart,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    Fx.settle();
  }
}
