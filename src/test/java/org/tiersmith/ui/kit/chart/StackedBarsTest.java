package org.tiersmith.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
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
import org.tiersmith.ui.kit.ValueTable;

class StackedBarsTest {
  private static final int NOT_TOLD = -1;

  /** How many rows come below, as the chart tells. */
  private final AtomicInteger below = new AtomicInteger(NOT_TOLD);

  private StackedBars bars;
  private Ui ui;
  private Stage stage;

  @BeforeEach
  void open() {
    Fx.run(
        () -> {
          ui = TestUi.of(Tongue.ENGLISH, Mode.LIGHT);
          bars = new StackedBars();
          stage = new Stage();
          stage.setScene(new Scene(new StackPane(bars), 300, 240));
          ui.theme().dress(stage.getScene());
          stage.show();
        });
  }

  @AfterEach
  void close() {
    Fx.run(stage::close);
  }

  private void show(int rows, boolean compared) {
    below.set(NOT_TOLD);
    StackedBars.Model model = Samples.tiers(rows, 6, compared, this::told);
    Fx.run(() -> bars.show(model));
    drawNow();
  }

  /** Without waiting for a pulse. */
  private void drawNow() {
    Fx.settle();
    Fx.run(() -> stage.getScene().getRoot().layout());
  }

  private String told(int count) {
    below.set(count);
    return "and " + count + " more";
  }

  @Test
  void showsFewRowsWholly() {
    show(6, true);
    assertThat(below.get()).isEqualTo(NOT_TOLD);
  }

  @Test
  void tellsHowManyRowsFindNoRoomAndScrollsToThem() {
    show(30, false);
    int first = below.get();
    assertThat(first).isBetween(15, 25);
    press(KeyCode.DOWN);
    assertThat(below.get()).isEqualTo(first - 1);
    press(KeyCode.PAGE_DOWN);
    assertThat(below.get()).isLessThanOrEqualTo(first - 6);
    press(KeyCode.HOME);
    assertThat(below.get()).isEqualTo(first);
    below.set(NOT_TOLD);
    press(KeyCode.END);
    assertThat(below.get()).isEqualTo(NOT_TOLD);
    press(KeyCode.UP);
    assertThat(below.get()).isEqualTo(1);
  }

  @Test
  void aClickOnWhatTellsOfThemTurnsThePage() {
    show(30, false);
    int first = below.get();
    Point2D at = new Point2D(150, 193);
    Fx.run(() -> Mouse.fire(bars, MouseEvent.MOUSE_CLICKED, at, at, 1));
    drawNow();
    assertThat(below.get()).isEqualTo(first - (30 - first));
  }

  @Test
  void handsOutBothMixes() {
    show(2, true);
    ValueTable values = Fx.call(() -> bars.values(ui.texts("kit")));
    assertThat(values.columns()).hasSize(13).contains("5 %", "5 %, compared");
    assertThat(values.rows()).hasSize(2).allMatch(row -> row.size() == 13);
  }

  @Test
  void manyTiersLeaveTheBarsTheirRoom() {
    StackedBars.Model model = Samples.tiers(9, 32, false, this::told);
    Fx.run(() -> bars.show(model));
    drawNow();
    assertThat(below.get()).isEqualTo(NOT_TOLD);
  }

  @Test
  void copesWithNothing() {
    Fx.run(() -> bars.show(new StackedBars.Model(List.of(), List.of())));
    drawNow();
    assertThat(Fx.call(bars::getAccessibleText)).isEmpty();
  }

  private void press(KeyCode code) {
    Fx.run(
        () ->
            Event.fireEvent(
                bars,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    drawNow();
  }
}
