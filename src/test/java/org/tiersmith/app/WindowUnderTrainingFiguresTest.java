package org.tiersmith.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.tiersmith.service.UserFolders;
import org.tiersmith.ui.kit.LabelledSlider;

/**
 * Opens the sample project by its button and walks through all screens while the model trains, then
 * trains another and walks again, sliders included: takes six minutes on two processor cores.
 */
@Tag("figures")
class WindowUnderTrainingFiguresTest {
  private static final List<String> SCREENS =
      List.of("home", "data", "customers", "model", "strategy", "plan");
  private static final double LONGEST_MILLIS = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final double NOTEWORTHY_MILLIS = 60;
  private static final int MOST_TOLD = 40;
  private static final int MANY = 1000;

  /** What a run says of itself, from its texts to its test. */
  private static final Pattern TRAINING =
      Pattern.compile("Training|Preparing the texts|Read [\\d,]+ of|second training");

  private static final int STEPS = 20;

  private final FxRobot robot = new FxRobot();
  private WorkbenchApp app;
  private Scene scene;

  @AfterEach
  void close() throws TimeoutException {
    FxToolkit.cleanupApplication(app);
  }

  @Test
  void answersWithinATenthOfASecond() throws TimeoutException, IOException {
    empty(UserFolders.projects());
    FxToolkit.registerPrimaryStage();
    app = (WorkbenchApp) FxToolkit.setupApplication(WorkbenchApp.class);
    scene = FxToolkit.toolkitContext().getRegisteredStage().getScene();
    until(() -> app.warm().isDone());
    Thread fx = WaitForAsyncUtils.waitForAsyncFx(1000, Thread::currentThread);
    try (FxHeartbeat beat = new FxHeartbeat(fx)) {
      Instant clicked = Instant.now();
      beat.during("opening the sample");
      press("home-sample");
      walk(beat, "first training", () -> !working() && alive());
      Duration toLife = Duration.between(clicked, Instant.now());
      report("while the sample fills, " + toLife.toSeconds() + " s", beat.longest());
      beat.during("starting a run");
      press("rail-model");
      press("new-run");
      until(() -> enabled("run-start"));
      press("run-start");
      until(this::working);
      int before = beat.longest().size();
      for (int round = 0; round < 3; round++) {
        walk(beat, "second training", once());
      }
      assertThat(working()).isTrue();
      beat.during("stopping");
      press("rail-model");
      press("run-cancel");
      until(() -> !working());
      report("all in all (" + before + " waits before the second)", beat.longest());
      List<FxHeartbeat.Wait> training =
          beat.longest().stream().filter(wait -> TRAINING.matcher(wait.during()).find()).toList();
      report("while a run trains", training);
      assertThat(training.size()).isGreaterThan(MANY);
      assertThat(training.getFirst().millis()).isLessThan(LONGEST_MILLIS);
    }
  }

  /** What the task bar says of the work under way. */
  private String doing() {
    return WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () ->
            scene.getRoot().lookupAll(".ts-task .label").stream()
                .map(label -> ((Labeled) label).getText())
                .collect(Collectors.joining(" - ")));
  }

  private static BooleanSupplier once() {
    boolean[] asked = new boolean[1];
    return () -> {
      boolean before = asked[0];
      asked[0] = true;
      return before;
    };
  }

  /** From screen to screen until something is so. */
  private void walk(FxHeartbeat beat, String when, BooleanSupplier done) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!done.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      for (String screen : SCREENS) {
        beat.during(doing() + " | " + when + ", to " + screen);
        press("rail-" + screen);
        settle();
        beat.during(doing() + " | " + when + ", on " + screen);
        if (screen.equals("strategy")) {
          slide();
        }
        settle();
      }
    }
  }

  /** Moves alpha up and down, as a hand would. */
  private void slide() {
    for (int step = 0; step <= STEPS; step++) {
      double share = Math.abs(step - STEPS / 2) / (STEPS / 2.0);
      robot.interact(
          () -> {
            if (scene.lookup("#alpha-all") instanceof LabelledSlider slider) {
              slider.valueProperty().set(share * 0.3);
            }
          });
      settle();
    }
  }

  private void press(String id) {
    robot.interact(
        () -> {
          if (scene.lookup("#" + id) instanceof ButtonBase button && !button.isDisabled()) {
            button.fire();
          }
        });
  }

  private boolean enabled(String id) {
    return robot.interact(() -> {}) != null
        && scene.lookup("#" + id) instanceof Node node
        && !node.isDisabled();
  }

  /** Whether the task bar shows a task. */
  private boolean working() {
    return WaitForAsyncUtils.waitForAsyncFx(
        10_000, () -> !scene.getRoot().lookupAll(".ts-task").isEmpty());
  }

  /** Whether the plan screen can be opened and the strategy has figures. */
  private boolean alive() {
    return WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () -> scene.lookup("#rail-strategy") instanceof ButtonBase rail && !rail.isDisabled());
  }

  private void until(BooleanSupplier so) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!so.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      settle();
    }
  }

  private static void settle() {
    WaitForAsyncUtils.waitForFxEvents(3);
  }

  private static void report(String what, List<FxHeartbeat.Wait> waits) {
    long above = waits.stream().filter(wait -> wait.millis() > LONGEST_MILLIS).count();
    System.out.printf(
        "%s: %d waits, longest %.0f ms, %d above 100 ms, 99th percentile %.1f ms%n",
        what,
        waits.size(),
        waits.getFirst().millis(),
        above,
        waits.get(waits.size() / 100).millis());
    waits.stream()
        .filter(wait -> wait.millis() > NOTEWORTHY_MILLIS)
        .limit(MOST_TOLD)
        .forEach(
            wait ->
                System.out.printf(
                    "  %.0f ms during second %d, %s%n    %s%n",
                    wait.millis(), wait.second(), wait.during(), wait.where()));
  }

  private static void empty(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
