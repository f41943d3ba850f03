package org.tiersmith.service;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiersmith.encoder.TinyEncoder;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.ScoredPairs;
import org.tiersmith.profile.PairRequest;
import org.tiersmith.project.ChildProcess;
import org.tiersmith.sample.SampleLanguage;
import org.tiersmith.sample.SampleSettings;
import org.tiersmith.service.ScoreView.Resumed;
import org.tiersmith.task.CancelledException;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.TrainingSettings;

/** A scoring that was cancelled or killed goes on, and says what one says that was not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResumedScoringTest {
  private static final int CUSTOMERS = 50;
  private static final int PRODUCTS = 40;
  private static final int PAIRS = CUSTOMERS * PRODUCTS;

  private Path folder;
  private ScoredPairs whole;

  @BeforeAll
  void train(@TempDir Path temporary) throws Exception {
    folder = temporary;
    TinyEncoder.catalogue(folder.resolve("models"));
    shop("shop", 7);
    try (ProjectSession session = workbench().create(folder.resolve("cross.tiersmith"))) {
      session.sample().importFrom(folder.resolve("shop"), JobContext.detached());
      session.training().train(settings(EncoderForm.CROSS, 3), JobContext.detached());
    }
    try (ProjectSession session = copy("whole")) {
      assertThat(score(session, null).resumed()).isNull();
      whole = scored(session);
      assertThat(whole.size()).isEqualTo(PAIRS);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7})
  void afterACancelAndAClosedProject(int batches) throws Exception {
    Path file = folder.resolve("cancelled" + batches + ".tiersmith");
    try (ProjectSession session = copy("cancelled" + batches)) {
      cancel(session, null, "scoring.pairs", batches);
      assertThat(session.scoring().latestScore()).isEmpty();
    }
    try (ProjectSession session = workbench().open(file)) {
      Resumed resumed = requireNonNull(score(session, null).resumed());
      assertThat(resumed.from()).isBetween(1L, PAIRS - 1L);
      assertThat(resumed.of()).isEqualTo(PAIRS);
      assertThat(resumed.text().english())
          .isEqualTo("Went on from " + resumed.from() + " of 2,000 pairs.");
      assertSame(scored(session), whole);
      assertThat(score(session, null).resumed()).as("nothing is left of it").isNull();
    }
  }

  @Test
  @Timeout(120)
  void afterTwoKills() throws Exception {
    Path file = folder.resolve("killed.tiersmith");
    copy("killed").close();
    for (int kill = 0; kill < 2; kill++) {
      try (ChildProcess child =
          new ChildProcess(
              ScoreUnderKill.class,
              file.toString(),
              folder.resolve("models").toString(),
              folder.resolve("shop").toString())) {
        for (int i = 0; i < 2; ) {
          @Nullable String line = child.readLine();
          assertThat(line).as("the program lives until it is killed").isNotNull();
          i += line.endsWith("pairs") ? 1 : 0;
        }
        child.kill();
        assertThat(child.exitCode()).isNotZero();
      }
    }
    try (ProjectSession session = workbench().open(file)) {
      assertThat(requireNonNull(score(session, null).resumed()).from()).isPositive();
      assertSame(scored(session), whole);
    }
  }

  @Test
  void otherPairsBeginAnew() throws Exception {
    try (ProjectSession session = copy("pairs")) {
      cancel(session, new PairRequest.Sampled(900, 1), "scoring.pairs", 2);
      assertThat(score(session, new PairRequest.Sampled(900, 2)).resumed()).isNull();
    }
  }

  @Test
  void otherWeightsBeginAnew() throws Exception {
    try (ProjectSession session = copy("weights")) {
      cancel(session, null, "scoring.pairs", 2);
      session.training().train(settings(EncoderForm.CROSS, 4), JobContext.detached());
      assertThat(score(session, null).resumed()).isNull();
      assertThat(
              session.scoring().score(1L, null, DeviceChoice.CPU, JobContext.detached()).resumed())
          .as("those of the first run are kept")
          .isNotNull();
      assertSame(scored(session), whole);
    }
  }

  @Test
  void otherDataBeginAnewAndTakeAwayWhatNothingGoesOnFrom() throws Exception {
    shop("other", 8);
    try (ProjectSession session = copy("data")) {
      cancel(session, null, "scoring.pairs", 2);
      session.sample().importFrom(folder.resolve("other"), JobContext.detached());
      cancel(session, null, "scoring.pairs", 1);
      session.sample().importFrom(folder.resolve("shop"), JobContext.detached());
      assertThat(score(session, null).resumed()).isNull();
      assertSame(scored(session), whole);
    }
  }

  @Test
  void twoTowersGoOnFromTheTextsThatWereRead() throws Exception {
    ScoredPairs uninterrupted;
    Path trained = folder.resolve("towers.tiersmith");
    try (ProjectSession session = workbench().create(trained)) {
      session.sample().importFrom(folder.resolve("shop"), JobContext.detached());
      session.training().train(settings(EncoderForm.TWO_TOWER, 3), JobContext.detached());
    }
    Path second = Files.copy(trained, folder.resolve("towers2.tiersmith"));
    try (ProjectSession session = workbench().open(trained)) {
      score(session, null);
      uninterrupted = scored(session);
    }
    try (ProjectSession session = workbench().open(second)) {
      cancel(session, null, "scoring.texts", 1);
      Resumed resumed = requireNonNull(score(session, null).resumed());
      assertThat(resumed.from()).isEqualTo(CUSTOMERS);
      assertThat(resumed.of()).isEqualTo(CUSTOMERS + PRODUCTS);
      assertThat(resumed.text().english()).isEqualTo("Went on from 50 of 90 texts.");
      assertSame(scored(session), uninterrupted);
      assertThat(scored(session).similarity()).isEqualTo(uninterrupted.similarity());
    }
  }

  private void shop(String name, long seed) throws IOException {
    SampleUseCase.write(
        new SampleSettings(CUSTOMERS, PRODUCTS, 500, seed, SampleLanguage.ENGLISH),
        folder.resolve(name));
  }

  private static TrainingSettings settings(EncoderForm form, long seed) {
    TrainingSettings usual = TrainingSettings.defaults(form);
    return usual
        .change()
        .encoder(TinyEncoder.ID)
        .sizes(1, 32, 32, 0)
        .device(DeviceChoice.CPU)
        .seed(seed)
        .build();
  }

  private Workbench workbench() {
    return TrainUnderKill.workbench(folder.resolve("shop"), folder.resolve("models"));
  }

  private ProjectSession copy(String name) throws IOException {
    Path file = Files.copy(folder.resolve("cross.tiersmith"), folder.resolve(name + ".tiersmith"));
    return workbench().open(file);
  }

  private static ScoreView score(ProjectSession session, @Nullable PairRequest pairs)
      throws IOException {
    return session.scoring().score(null, pairs, DeviceChoice.CPU, JobContext.detached());
  }

  private static ScoredPairs scored(ProjectSession session) {
    return session.scoring().scoredPairs(session.scoring().scores().pairs());
  }

  /** Cancels once progress of this key was told so many times. */
  private static void cancel(
      ProjectSession session, @Nullable PairRequest pairs, String key, int times) {
    AtomicInteger told = new AtomicInteger();
    JobContext context =
        new JobContext(
            progress -> {
              if (progress.text().key().equals(key)) {
                told.incrementAndGet();
              }
            },
            () -> told.get() >= times);
    assertThatThrownBy(() -> session.scoring().score(null, pairs, DeviceChoice.CPU, context))
        .isInstanceOf(CancelledException.class);
  }

  private static void assertSame(ScoredPairs actual, ScoredPairs expected) {
    assertThat(actual.customerIds()).isEqualTo(expected.customerIds());
    assertThat(actual.productIds()).isEqualTo(expected.productIds());
    assertThat(actual.customer()).isEqualTo(expected.customer());
    assertThat(actual.product()).isEqualTo(expected.product());
    assertThat(actual.p0()).isEqualTo(expected.p0());
    assertThat(actual.k()).isEqualTo(expected.k());
  }
}
