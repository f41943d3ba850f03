package org.tiersmith.ui.strategy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.ui.Pictures;
import org.tiersmith.ui.kit.Screen;
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

  private static Screen screen(Ui ui, FakeStrategyDesk desk) {
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
