package org.tiersmith.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.tiersmith.ui.Fx;
import org.tiersmith.ui.Mouse;
import org.tiersmith.ui.TestUi;
import org.tiersmith.ui.kit.Language.Tongue;
import org.tiersmith.ui.kit.Theme.Mode;
import org.tiersmith.ui.kit.Ui;

class StepCurveTest {
  private static final StepCurve.Curve CURVE =
      new StepCurve.Curve("c", new double[] {0, 0.2, 0.6, 1}, new double[] {0.3, 0.1, 0}, 0, null);

  /** Counts how often the whole chart is drawn. */
  private int drawn;

  @Test
  void readsTheStepThatHolds() {
    assertThat(CURVE.at(0)).isEqualTo(0.3);
    assertThat(CURVE.at(0.19)).isEqualTo(0.3);
    assertThat(CURVE.at(0.2)).isEqualTo(0.1);
    assertThat(CURVE.at(0.99)).isZero();
    assertThat(CURVE.at(1)).isZero();
    assertThat(CURVE.at(1.1)).isNaN();
    assertThat(CURVE.at(-0.1)).isNaN();
  }

  @Test
  void theMouseDrawsTheReadOutAloneAndTakesItAwayAgain() {
    Ui ui = Fx.call(() -> TestUi.of(Tongue.ENGLISH, Mode.LIGHT));
    StepCurve chart = Fx.call(StepCurve::new);
    Stage stage = Fx.call(Stage::new);
    Fx.run(
        () -> {
          stage.setScene(new Scene(new StackPane(chart), 400, 240));
          ui.theme().dress(stage.getScene());
          chart.show(Samples.steps(ui.formats(), false, 6, this::label));
          stage.show();
        });
    Fx.settle();
    int[] calm = look(chart);
    int before = drawn;
    move(chart, MouseEvent.MOUSE_MOVED, 200);
    int[] read = look(chart);
    move(chart, MouseEvent.MOUSE_EXITED, 500);
    int[] after = look(chart);
    Fx.run(stage::close);
    assertThat(before).isPositive();
    assertThat(drawn).isEqualTo(before);
    assertThat(read).isNotEqualTo(calm);
    assertThat(after).isEqualTo(calm);
  }

  /** The tick at 0 is written only when all is drawn; what is read here is higher. */
  private void label() {
    drawn++;
  }

  private static void move(StepCurve chart, javafx.event.EventType<MouseEvent> type, double x) {
    Fx.run(() -> Mouse.hover(chart, type, x, 100));
    Fx.settle();
  }

  private static int[] look(StepCurve chart) {
    return Fx.call(
        () -> {
          chart.getScene().getRoot().layout();
          WritableImage image = chart.snapshot(null, null);
          int width = (int) image.getWidth();
          int height = (int) image.getHeight();
          int[] pixels = new int[width * height];
          image
              .getPixelReader()
              .getPixels(
                  0,
                  0,
                  width,
                  height,
                  javafx.scene.image.PixelFormat.getIntArgbInstance(),
                  pixels,
                  0,
                  width);
          return pixels;
        });
  }
}
