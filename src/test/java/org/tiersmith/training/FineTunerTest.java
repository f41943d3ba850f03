package org.tiersmith.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tiersmith.encoder.TinyEncoder;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Examples;
import org.tiersmith.model.Problem;
import org.tiersmith.task.CancelledException;
import org.tiersmith.task.JobContext;

class FineTunerTest {
  /** Enough to fall between many a step's forward and backward. */
  private static final int COLLECTIONS = 60;

  @TempDir Path folder;
  private FineTuner tuner;

  @BeforeEach
  void prepare() throws IOException {
    tuner = new FineTuner(TinyEncoder.catalogue(folder.resolve("models")));
  }

  @ParameterizedTest
  @EnumSource
  void learnsWhatOnlyTheTextsTell(EncoderForm form) throws IOException {
    Examples examples = TinyShop.examples(2000);
    Points points = new Points();
    TrainingOutcome outcome =
        tuner.train(
            examples, TinyShop.settings(form, 4), points, runDir("a"), null, JobContext.detached());
    assertThat(outcome.test().rows()).isEqualTo(TinyShop.test(examples));
    assertThat(outcome.test().auc()).isGreaterThan(0.75);
    assertThat(outcome.test().ece()).isLessThan(0.1);
    assertThat(outcome.bestEpoch()).isBetween(1, 4);
    assertThat(outcome.settings()).containsEntry("seed", "5").containsEntry("headEpochs", "2");
    assertThat(points.series).contains("train.loss", "validation.loss", "validation.auc");
    assertThat(points.kept).isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsScoredIsCalibratedAsItWasMeasured(CalibrationKind kind) throws IOException {
    Examples examples = TinyShop.examples(800);
    TrainingSettings settings =
        TinyShop.settings(EncoderForm.TWO_TOWER, 2).change().calibration(kind).build();
    TrainingOutcome outcome =
        tuner.train(
            examples, settings, RunListener.none(), runDir("e"), null, JobContext.detached());
    Calibration calibration =
        TrainedModel.read(outcome.weights(), TinyEncoder.catalogue(folder.resolve("models")))
            .calibration();
    assertThat(calibration)
        .isInstanceOf(
            kind == CalibrationKind.ISOTONIC ? IsotonicCalibration.class : PlattCalibration.class);
    HeldOut held = outcome.heldOut();
    assertThat(held.rows()).hasSize(400).isSorted();
    for (int i = 0; i < held.rows().length; i++) {
      double d = examples.discount()[held.rows()[i]];
      assertThat(held.p()[i])
          .isCloseTo(1 - (1 - held.p0()[i]) * Math.exp(-held.k()[i] * d), within(1e-9));
    }
    double loss = 0;
    for (int i = 0; i < 200; i++) {
      loss -= Math.log(examples.purchased()[held.rows()[i]] ? held.p()[i] : 1 - held.p()[i]);
    }
    assertThat(loss / 200).isCloseTo(outcome.validationLoss(), within(1e-4));
  }

  @ParameterizedTest
  @EnumSource
  void sameSeedGivesSameBytesWhateverTheCollectorDoes(EncoderForm form) throws IOException {
    byte[] first = weights(form, "a");
    AtomicBoolean done = new AtomicBoolean();
    Thread collector =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 0; i < COLLECTIONS && !done.get(); i++) {
                    System.gc();
                  }
                });
    try {
      assertThat(weights(form, "b")).isEqualTo(first);
    } finally {
      done.set(true);
      join(collector);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private byte[] weights(EncoderForm form, String name) throws IOException {
    TrainingOutcome outcome =
        tuner.train(
            TinyShop.examples(200),
            TinyShop.settings(form, 1),
            RunListener.none(),
            runDir(name),
            null,
            JobContext.detached());
    return Files.readAllBytes(outcome.weights());
  }

  @Test
  void cancelKeepsWhatWasKept() throws IOException {
    AtomicInteger checks = new AtomicInteger();
    Points points = new Points();
    JobContext context =
        new JobContext(progress -> {}, () -> points.kept >= 1 && checks.incrementAndGet() > 3);
    Path dir = runDir("c");
    TrainingSettings settings = TinyShop.settings(EncoderForm.TWO_TOWER, 50);
    assertThatThrownBy(
            () -> tuner.train(TinyShop.examples(400), settings, points, dir, null, context))
        .isInstanceOf(CancelledException.class);
    assertThat(
            TrainedModel.read(
                    dir.resolve("weights.safetensors"),
                    TinyEncoder.catalogue(folder.resolve("models")))
                .encoder())
        .isEqualTo("tiny");
  }

  @Test
  void needsBothOutcomes() throws IOException {
    Examples some = TinyShop.examples(100);
    Examples none =
        new Examples(
            some.features(), some.discount(), new boolean[100], some.split(), some.eventIds());
    Path dir = runDir("d");
    TrainingSettings settings = TinyShop.settings(EncoderForm.CROSS, 1);
    assertThatThrownBy(
            () -> tuner.train(none, settings, RunListener.none(), dir, null, JobContext.detached()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("Of 50 training examples 0 ended in a purchase");
  }

  private Path runDir(String name) throws IOException {
    return Files.createDirectories(folder.resolve("run-" + name));
  }

  private static final class Points implements RunListener {
    private final List<String> series = new ArrayList<>();
    private int kept;

    @Override
    public void point(String name, long step, double value) {
      assertThat(value).isFinite();
      series.add(name);
    }

    @Override
    public void kept(Path weights, int epoch, double validationLoss) {
      assertThat(weights).exists();
      kept++;
    }
  }
}
