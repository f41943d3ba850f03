package org.tiersmith.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.task.Lane;
import org.tiersmith.task.Progress;
import org.tiersmith.ui.Fx;
import org.tiersmith.ui.TestUi;
import org.tiersmith.ui.TestUi.HeldRunner;
import org.tiersmith.ui.kit.Language.Tongue;
import org.tiersmith.ui.kit.TaskItem;
import org.tiersmith.ui.kit.Theme.Mode;
import org.tiersmith.ui.kit.Ui;

class ShellTest {
  private final HeldRunner jobs = new HeldRunner();
  private final FakeScreen home = new FakeScreen("home");
  private final FakeScreen data = new FakeScreen("data");
  private Ui ui;
  private ShellModel model;
  private Stage stage;
  private Scene scene;

  @BeforeEach
  void open() {
    Fx.run(
        () -> {
          ui = TestUi.of(Tongue.ENGLISH, Mode.LIGHT, jobs, new TestUi.Answers());
          model = new ShellModel(List.of(home, data));
          scene = new Shell(ui, model).scene(1366, 768);
          stage = new Stage();
          stage.setScene(scene);
          stage.show();
        });
  }

  @AfterEach
  void close() {
    Fx.run(stage::close);
  }

  @Test
  void digitsOpenScreens() {
    press(KeyCode.DIGIT2, false);
    assertThat(model.current()).isEqualTo(data);
    press(KeyCode.DIGIT1, false);
    assertThat(model.current()).isEqualTo(home);
  }

  @Test
  void undoAndRedoReachTheScreenAtTheFront() {
    press(KeyCode.DIGIT2, false);
    press(KeyCode.Z, false);
    press(KeyCode.Z, true);
    press(KeyCode.Y, false);
    assertThat(data.happened()).endsWith("undo", "redo", "redo");
    assertThat(home.happened()).doesNotContain("undo", "redo");
  }

  @Test
  void projectKeysReachHomeFromEverywhere() {
    press(KeyCode.DIGIT2, false);
    press(KeyCode.N, false);
    press(KeyCode.O, false);
    assertThat(home.happened()).endsWith("create", "open");
  }

  @Test
  void contentIsMadeOnce() {
    press(KeyCode.DIGIT2, false);
    press(KeyCode.DIGIT1, false);
    press(KeyCode.DIGIT2, false);
    assertThat(data.happened()).containsOnlyOnce("content");
  }

  @Test
  void theRailShowsWhereOneIs() {
    Fx.run(() -> ((ToggleButton) scene.lookup("#rail-data")).fire());
    assertThat(model.current()).isEqualTo(data);
    assertThat(((ToggleButton) scene.lookup("#rail-data")).isSelected()).isTrue();
    assertThat(((ToggleButton) scene.lookup("#rail-home")).isSelected()).isFalse();
  }

  @Test
  void theTaskBarShowsProgressAndCancels() {
    Fx.run(
        () -> {
          TaskItem task =
              ui.tasks()
                  .start(
                      Text.of("test.train", "Training"),
                      Lane.HEAVY,
                      context -> {
                        context.checkCancelled();
                        return "done";
                      },
                      done -> {});
          ((TestUi.Held<?>) jobs.live().getFirst())
              .report(new Progress(0.25, Text.of("test.epoch", "epoch {0}", 2)));
          assertThat(task.progressProperty().get().fraction()).isEqualTo(0.25);
        });
    assertThat(((ProgressBar) scene.lookup(".ts-task .progress-bar")).getProgress())
        .isEqualTo(0.25);
    assertThat(texts(".ts-task .label")).contains("Training", "epoch 2");
    Fx.run(
        () -> {
          ui.tasks().running().getFirst().cancel();
          jobs.release();
        });
    assertThat(ui.tasks().running()).isEmpty();
    assertThat(ui.notices().open()).isEmpty();
  }

  @Test
  void problemsAreShownUntilDismissed() {
    Fx.run(() -> ui.notices().problem(Problem.of("test.bad", "Line {0} is bad.", 7)));
    assertThat(texts(".ts-notice .label")).contains("Line 7 is bad.");
    Fx.run(() -> ui.notices().dismiss(ui.notices().open().getFirst()));
    assertThat(scene.lookup(".ts-notice")).isNull();
  }

  @Test
  void failuresHideTheirTraceButKeepItForAReport() {
    Fx.run(() -> ui.notices().problem(new IllegalStateException("secret")));
    assertThat(texts(".ts-notice .label").toString()).contains("TS-").doesNotContain("secret");
    assertThat(ui.notices().open().getFirst().details()).contains("IllegalStateException: secret");
  }

  @Test
  void aLanguageIsSpokenAtOnce() {
    Fx.run(() -> ui.language().speak(Tongue.CHINESE));
    Fx.settle();
    assertThat(texts(".ts-rail-choice")).contains("浅色", "深色");
    assertThat(scene.getRoot().getStyleClass()).contains("chinese-ui");
  }

  private List<String> texts(String selector) {
    return Fx.call(
        () ->
            scene.getRoot().lookupAll(selector).stream()
                .map(node -> ((Labeled) node).getText())
                .toList());
  }

  private void press(KeyCode code, boolean shift) {
    Fx.run(
        () ->
            Event.fireEvent(
                scene,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, true, false, false)));
  }
}
