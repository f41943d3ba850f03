package org.tiersmith.ui.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.service.RowQuery;
import org.tiersmith.strategy.Cap;
import org.tiersmith.strategy.Exclusion;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.strategy.Scope;
import org.tiersmith.ui.Fx;
import org.tiersmith.ui.Keyboard;
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
  void looksRightWithARowExplained() {
    Pictures.take(
        "strategy-explained",
        ui -> {
          FakeStrategyDesk desk = new FakeStrategyDesk(folder, PAIRS, true, true);
          StrategyScreen screen = screen(ui, desk);
          screen.model().choose(PolicyKind.BUDGET);
          var query =
              new RowQuery(RowQuery.Filter.ALL, RowQuery.Sort.INCREMENTAL_PROFIT, false, 0, 1);
          Scenario shown = screen.model().currentProperty().get();
          screen.model().explain(desk.rows(shown, query, () -> false).rows().getFirst());
          return screen;
        });
  }

  @Test
  void looksRightWithAllGuardrails() {
    Pictures.take(
        "strategy-guardrails",
        ui -> {
          StrategyScreen screen = screen(ui, new FakeStrategyDesk(folder, PAIRS, true, true));
          screen.model().choose(PolicyKind.SEGMENT);
          screen.model().edit("", Edits.minMargin(0.35));
          screen.model().edit("", Edits.perCustomer(3));
          screen.model().edit("", Edits.totalBudget(9000.0));
          screen
              .model()
              .edit(
                  "",
                  Edits.caps(
                      List.of(
                          new Cap(Scope.CATEGORY, "Kitchen", 0.1),
                          new Cap(Scope.SEGMENT, "Champions", 0.02))));
          screen.model().edit("", Edits.exclusions(List.of(new Exclusion(Scope.PRODUCT, "P-1"))));
          Platform.runLater(() -> ((ScrollPane) find(screen.content(), "controls")).setVvalue(1));
          return screen;
        });
  }

  @Test
  void looksRightComparing() {
    Pictures.take(
        "strategy-compare",
        ui -> {
          StrategyScreen screen = screen(ui, new FakeStrategyDesk(folder, PAIRS, true, true));
          Platform.runLater(() -> ((ToggleButton) find(screen.content(), "rows.compare")).fire());
          Platform.runLater(() -> ((ToggleButton) find(screen.content(), "page-response")).fire());
          Platform.runLater(() -> ((ScrollPane) find(screen.content(), "controls")).setVvalue(1));
          return screen;
        });
  }

  private static Node find(Node within, String id) {
    return within.lookupAll("*").stream()
        .filter(node -> id.equals(node.getId()))
        .findFirst()
        .orElseThrow();
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

  @Test
  void canBeUsedByKeyboard() {
    Keyboard.reachesAll(ui -> screen(ui, new FakeStrategyDesk(folder, PAIRS, true, true)));
  }

  @Test
  void undoesAndRedoesByKeyboardFromWithinANumber() {
    Ui ui = Fx.call(() -> TestUi.of(Tongue.ENGLISH, Mode.LIGHT));
    StrategyScreen screen =
        Fx.call(() -> screen(ui, new FakeStrategyDesk(folder, PAIRS, true, true)));
    Stage stage = Fx.call(() -> Keyboard.open(ui, screen));
    try {
      Fx.settle();
      double before = Fx.call(() -> cost(screen));
      Scene scene = stage.getScene();
      Fx.run(() -> scene.lookup("#alpha-all .ts-number-box").requestFocus());
      Fx.run(() -> Keyboard.press(scene, KeyCode.DOWN, false, false));
      double after = Fx.call(() -> cost(screen));
      assertThat(after).isNotEqualTo(before);
      Fx.run(() -> Keyboard.press(scene, KeyCode.Z, false, true));
      assertThat(Fx.call(() -> cost(screen))).isEqualTo(before);
      Fx.run(() -> Keyboard.press(scene, KeyCode.Z, true, true));
      assertThat(Fx.call(() -> cost(screen))).isEqualTo(after);
    } finally {
      Fx.run(stage::close);
    }
  }

  @Test
  void defaultNamesFollowTheLanguageAndTypedOnesStay() {
    Ui ui = Fx.call(() -> TestUi.of(Tongue.ENGLISH, Mode.LIGHT));
    StrategyScreen screen =
        Fx.call(() -> screen(ui, new FakeStrategyDesk(folder, PAIRS, true, true)));
    HBox tabs = Fx.call(() -> (HBox) screen.leading().getFirst());
    Fx.run(
        () -> {
          new Scene(tabs, 1200, 80);
          tabs.applyCss();
          screen.model().rename("Spring 2");
        });
    assertThat(Fx.call(() -> names(tabs))).contains("Classic", "Spring 2", "Fixed");
    Fx.run(() -> ui.language().speak(Tongue.CHINESE));
    assertThat(Fx.call(() -> names(tabs))).contains("经典", "Spring 2", "统一折扣");
    assertThat(Fx.call(() -> screen.model().boardProperty().get().entries().getFirst().scenario()))
        .extracting("name")
        .isEqualTo("Classic");
  }

  private static List<String> names(HBox tabs) {
    return tabs.lookupAll(".ts-tab").stream().map(tab -> ((Labeled) tab).getText()).toList();
  }

  private static double cost(StrategyScreen screen) {
    return screen.model().answerProperty().get().current().outcome().all().discountCost();
  }

  private static StrategyScreen screen(Ui ui, FakeStrategyDesk desk) {
    ui.formats().currencyProperty().set("¥");
    StrategyScreen screen = new StrategyScreen(ui, desk, id -> {}, Pace.DIRECT, () -> {});
    var entries = screen.model().boardProperty().get().entries();
    if (entries.size() > 1) {
      screen.model().compareWith(entries.getFirst().id());
      screen.model().select(entries.get(1).id());
    }
    return screen;
  }
}
