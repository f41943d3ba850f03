package org.tiersmith.ui.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.ui.Fx;
import org.tiersmith.ui.Pictures;
import org.tiersmith.ui.TestUi;
import org.tiersmith.ui.kit.LabelledSlider;
import org.tiersmith.ui.kit.Language.Tongue;
import org.tiersmith.ui.kit.Theme.Mode;
import org.tiersmith.ui.kit.Ui;

/** The strategy screen in every look. */
class StrategyScreenTest {
  private static final int PAIRS = 4000;

  @TempDir Path folder;

  @Test
  void looksRight() {
    Pictures.take("strategy", ui -> screen(ui, new FakeStrategyDesk(folder, PAIRS, true, true)));
  }

  @Test
  void looksRightWithoutCostsAndRandomDiscounts() {
    Pictures.take(
        "strategy-no-cost", ui -> screen(ui, new FakeStrategyDesk(folder, PAIRS, false, false)));
  }

  @Test
  void saysWhatToDoBeforePairsAreScored() {
    Pictures.take(
        "strategy-waiting",
        ui -> screen(ui, new FakeStrategyDesk(folder, 100, true, true).ready(false)));
  }

  @Test
  void figuresFollowTheSlider() {
    StrategyScreen screen =
        Fx.call(
            () ->
                screen(
                    TestUi.of(Tongue.ENGLISH, Mode.LIGHT),
                    new FakeStrategyDesk(folder, PAIRS, true, true)));
    Fx.run(
        () -> {
          new Scene(screen.content(), 1200, 800);
          screen.content().applyCss();
          screen.content().layout();
        });
    LabelledSlider alpha = Fx.call(() -> (LabelledSlider) screen.content().lookup("#alpha-all"));
    double before = Fx.call(() -> cost(screen));
    Fx.run(() -> alpha.valueProperty().set(0));
    assertThat(Fx.call(() -> cost(screen))).isNotEqualTo(before).isZero();
    Fx.run(screen::undo);
    assertThat(Fx.call(() -> cost(screen))).isEqualTo(before);
    assertThat(Fx.call(() -> alpha.valueProperty().get())).isPositive();
  }

  private static double cost(StrategyScreen screen) {
    return screen.model().answerProperty().get().current().outcome().all().discountCost();
  }

  private static StrategyScreen screen(Ui ui, FakeStrategyDesk desk) {
    ui.formats().currencyProperty().set("¥");
    StrategyScreen screen = new StrategyScreen(ui, desk, id -> {}, Runnable::run, () -> {});
    var entries = screen.model().boardProperty().get().entries();
    if (entries.size() > 1) {
      screen.model().compareWith(entries.getFirst().id());
      screen.model().select(entries.get(1).id());
    }
    return screen;
  }
}
