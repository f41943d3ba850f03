package org.tiersmith.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.ui.Keyboard;
import org.tiersmith.ui.Pictures;
import org.tiersmith.ui.strategy.FakeStrategyDesk;

/** The plan screen in every look. */
class PlanScreenTest {
  @TempDir Path folder;

  @Test
  void looksRight() {
    Pictures.take(
        "plan",
        ui -> {
          ui.formats().currencyProperty().set("¥");
          return new PlanScreen(ui, desk().freezingAll(), id -> {});
        });
  }

  @Test
  void saysWhatToDoWithoutPlans() {
    Pictures.take("plan-empty", ui -> new PlanScreen(ui, desk(), id -> {}));
  }

  @Test
  void canBeUsedByKeyboard() {
    Keyboard.reachesAll(ui -> new PlanScreen(ui, desk().freezingAll(), id -> {}));
  }

  @Test
  void namesFilesAsFileSystemsLike() {
    assertThat(PlanScreen.fileName("Spring: 10/20 \"deal\"")).isEqualTo("Spring- 10-20 -deal-.csv");
  }

  private FakePlanDesk desk() {
    return new FakePlanDesk(new FakeStrategyDesk(folder, 2000, true, true));
  }
}
