package org.tiersmith.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.tk.RenderJob;
import com.sun.javafx.tk.TKPulseListener;
import com.sun.javafx.tk.Toolkit;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.profile.PairRequest;
import org.tiersmith.sample.SampleLanguage;
import org.tiersmith.sample.SampleSettings;
import org.tiersmith.service.Preferences;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.service.SampleUseCase;
import org.tiersmith.service.Workbench;
import org.tiersmith.task.JobContext;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.training.TrainingSettings;
import org.tiersmith.ui.kit.LabelledSlider;

/**
 * Ten million scored pairs in the window: how long from a slider's movement to the picture that
 * shows its figures. Makes its own shop, trains a model in a minute and scores every pair; takes
 * ten minutes on two processor cores and 8 GB of heap. A project at {@code
 * -Dtiersmith.figures.project} is used as it is.
 */
@Tag("figures")
class StrategyAtTenMillionFiguresTest {
  private static final int CUSTOMERS = 20_000;
  private static final int PRODUCTS = 500;
  private static final int MOVES = 300;
  private static final double MOST_MILLIS = 33;
  private static final double LONGEST_STALL = 50;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir Path folder;

  private final FxRobot robot = new FxRobot();
  private WorkbenchApp app;
  private Scene scene;
  private List<Node> shown = List.of();

  /** Kept here, for the toolkit does not keep it alive. */
  private TKPulseListener afterPulse = () -> {};

  @AfterEach
  void close() throws TimeoutException {
    FxToolkit.cleanupApplication(app);
  }

  @Test
  void figuresFollowTheHand() throws Exception {
    Path project = project();
    FxToolkit.registerPrimaryStage();
    app = (WorkbenchApp) FxToolkit.setupApplication(WorkbenchApp.class, project.toString());
    scene = FxToolkit.toolkitContext().getRegisteredStage().getScene();
    until(() -> app.warm().isDone());
    press("rail-strategy");
    until(() -> scene.lookup("#alpha-all") instanceof LabelledSlider && !figures().isBlank());
    for (int move = 0; move < MOVES; move++) {
      moved(move);
    }
    Thread fx = WaitForAsyncUtils.waitForAsyncFx(1000, Thread::currentThread);
    try (FxHeartbeat beat = new FxHeartbeat(fx)) {
      beat.during("sliding");
      List<Double> millis = new ArrayList<>();
      for (int move = 0; move < MOVES; move++) {
        millis.add(moved(move));
      }
      Collections.sort(millis);
      double p95 = millis.get((int) (0.95 * MOVES));
      FxHeartbeat.Wait stall = beat.longest().getFirst();
      System.out.printf(
          "ten million pairs: slider to picture median %.1f ms, 95th percentile %.1f ms, longest"
              + " %.1f ms; longest wait for the FX thread %.1f ms of %d%n    %s%n",
          millis.get(MOVES / 2),
          p95,
          millis.getLast(),
          stall.millis(),
          beat.longest().size(),
          stall.where());
      assertThat(p95).isLessThan(MOST_MILLIS);
      assertThat(stall.millis()).isLessThan(LONGEST_STALL);
    }
  }

  /** Moves alpha and answers the milliseconds until other figures are painted. */
  private double moved(int move) throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<Long> painted = new CompletableFuture<>();
    Toolkit toolkit = Toolkit.getToolkit();
    long start =
        WaitForAsyncUtils.waitForAsyncFx(
            10_000,
            () -> {
              String before = figures();
              afterPulse =
                  () -> {
                    if (!figures().equals(before)) {
                      toolkit.removePostSceneTkPulseListener(afterPulse);
                      toolkit.addRenderJob(
                          new RenderJob(() -> painted.complete(System.nanoTime())));
                    }
                  };
              toolkit.addPostSceneTkPulseListener(afterPulse);
              long now = System.nanoTime();
              if (scene.lookup("#alpha-all") instanceof LabelledSlider slider) {
                slider.valueProperty().set(0.05 + 0.01 * (1 + move % 37));
              }
              return now;
            });
    return (painted.get(30, TimeUnit.SECONDS) - start) / 1e6;
  }

  private String figures() {
    if (shown.isEmpty()) {
      shown = List.copyOf(scene.getRoot().lookupAll(".ts-figure"));
    }
    return shown.stream().map(f -> ((Labeled) f).getText()).collect(Collectors.joining());
  }

  private Path project() throws IOException {
    String made = System.getProperty("tiersmith.figures.project", "");
    if (!made.isEmpty()) {
      return Path.of(made);
    }
    Path project = folder.resolve("big.tiersmith");
    Workbench workbench =
        new Workbench(
            new Preferences(folder.resolve("preferences.properties")),
            new SameThreadJobRunner((job, failure) -> {}),
            folder.resolve("models"));
    Path shop = Files.createDirectory(folder.resolve("shop"));
    SampleUseCase.write(
        new SampleSettings(CUSTOMERS, PRODUCTS, 60_000, 3, SampleLanguage.ENGLISH), shop);
    TrainingSettings usual = TrainingSettings.defaults(EncoderForm.TWO_TOWER);
    try (ProjectSession session = workbench.create(project)) {
      session.sample().importFrom(shop, JobContext.detached());
      session.training().train(usual.withSizes(1, usual.batch(), 32, 2_000), JobContext.detached());
      session
          .scoring()
          .score(
              null, new PairRequest.Listed(pairs(shop)), DeviceChoice.CPU, JobContext.detached());
    }
    return project;
  }

  private Path pairs(Path shop) throws IOException {
    Path pairs = folder.resolve("pairs.csv");
    List<String> products = ids(shop.resolve("products.csv"));
    try (BufferedWriter out = Files.newBufferedWriter(pairs, StandardCharsets.UTF_8)) {
      out.write("customer_id,product_id\n");
      for (String customer : ids(shop.resolve("customers.csv"))) {
        for (String product : products) {
          out.write(customer + "," + product + "\n");
        }
      }
    }
    return pairs;
  }

  private static List<String> ids(Path csv) throws IOException {
    try (Stream<String> lines = Files.lines(csv)) {
      return lines.skip(1).map(line -> line.substring(0, line.indexOf(','))).toList();
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

  private void until(BooleanSupplier so) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!WaitForAsyncUtils.waitForAsyncFx(10_000, so::getAsBoolean)) {
      assertThat(Instant.now()).isBefore(end);
      WaitForAsyncUtils.waitForFxEvents(3);
    }
  }
}
