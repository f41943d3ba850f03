package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.encoder.TinyEncoder;
import org.tiersmith.model.Problem;
import org.tiersmith.project.ChildProcess;
import org.tiersmith.project.MetricPoint;
import org.tiersmith.project.RunState;
import org.tiersmith.sample.SampleLanguage;
import org.tiersmith.sample.SampleSettings;
import org.tiersmith.task.JobContext;

/** Runs that are paused or killed end as if nothing had happened; queue, notes and removal. */
class ResumedRunTest {
  private static final int KILLS = 4;

  @TempDir private Path folder;

  @BeforeEach
  void prepare() throws IOException {
    TinyEncoder.catalogue(folder.resolve("models"));
    SampleUseCase.write(
        new SampleSettings(30, 20, 400, 7, SampleLanguage.ENGLISH), folder.resolve("shop"));
  }

  @Test
  @Timeout(300)
  void aKilledRunGoesOnWhereItsStateWasKept() throws Exception {
    Map<Long, Double> whole = uninterrupted();
    Path project = folder.resolve("killed.tiersmith");
    Random random = new Random(20261122);
    int resumed = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      liveAndDie(project, 3 + random.nextInt(25));
      try (ProjectSession session = open(project)) {
        List<RunView> runs = session.runs().all();
        assertThat(runs).hasSize(1);
        assertThat(runs.getFirst().state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(runs.getFirst().resumable()).isTrue();
        resumed++;
      }
    }
    assertThat(resumed).isEqualTo(KILLS);
    try (ProjectSession session = open(project)) {
      RunView run = TrainUnderKill.goOn(session, folder.resolve("shop"), JobContext.detached());
      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(losses(session, run)).isEqualTo(whole);
    }
  }

  @Test
  void aPausedRunGoesOnAfterTheProjectWasClosed() throws Exception {
    Map<Long, Double> whole = uninterrupted();
    Path project = folder.resolve("paused.tiersmith");
    try (ProjectSession session = open(project)) {
      AtomicInteger steps = new AtomicInteger();
      JobContext context =
          new JobContext(
              progress -> {
                if (progress.text().key().equals("training.epoch")
                    && steps.incrementAndGet() == 20) {
                  session.training().pause(session.runs().all().getFirst().id());
                }
              },
              () -> false);
      RunView paused = TrainUnderKill.goOn(session, folder.resolve("shop"), context);
      assertThat(paused.state()).isEqualTo(RunState.PAUSED);
      assertThat(paused.resumable()).isTrue();
      assertThat(losses(session, paused)).hasSizeBetween(20, 21);
    }
    try (ProjectSession session = open(project)) {
      RunView run = TrainUnderKill.goOn(session, folder.resolve("shop"), JobContext.detached());
      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(run.resumable()).isFalse();
      assertThat(losses(session, run)).isEqualTo(whole);
    }
  }

  @Test
  void queuedRunsKeepTheirPlaceAndNotesAndCanBeTakenAway() throws Exception {
    Path project = folder.resolve("queue.tiersmith");
    try (ProjectSession session = open(project)) {
      session.sample().importFrom(folder.resolve("shop"), JobContext.detached());
      session
          .training()
          .enqueue(
              List.of(TrainUnderKill.settings(), TrainUnderKill.settings().withSizes(1, 8, 32, 0)));
      session.runs().note(2, "one epoch only");
    }
    try (ProjectSession session = open(project)) {
      assertThat(session.runs().all())
          .extracting(RunView::state)
          .containsExactly(RunState.QUEUED, RunState.QUEUED);
      assertThat(session.runs().run(2).notes()).isEqualTo("one epoch only");
      session.runs().remove(1);
      RunView run = session.training().carryOn(2, JobContext.detached());
      assertThat(run.state()).isEqualTo(RunState.DONE);
      assertThat(run.notes()).isEqualTo("one epoch only");
      assertThat(session.runs().all()).hasSize(1);
      assertThatThrownBy(() -> session.training().carryOn(2, JobContext.detached()))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("no state to go on from");
    }
  }

  private Map<Long, Double> uninterrupted() throws Exception {
    try (ProjectSession session = open(folder.resolve("whole.tiersmith"))) {
      RunView run = TrainUnderKill.goOn(session, folder.resolve("shop"), JobContext.detached());
      Map<Long, Double> losses = losses(session, run);
      assertThat(losses).hasSizeGreaterThan(60);
      return losses;
    }
  }

  private ProjectSession open(Path project) {
    return TrainUnderKill.workbench(folder.resolve("shop"), folder.resolve("models"))
        .openOrCreate(project);
  }

  private static Map<Long, Double> losses(ProjectSession session, RunView run) {
    Map<Long, Double> losses = new TreeMap<>();
    for (MetricPoint point : session.runs().series(run.id())) {
      if (point.series().equals("train.loss")) {
        losses.put(point.step(), point.value());
      }
    }
    return losses;
  }

  /** Kills the process after so many steps of training in this life. */
  private void liveAndDie(Path project, int steps) throws Exception {
    try (ChildProcess child =
        new ChildProcess(
            TrainUnderKill.class,
            project.toString(),
            folder.resolve("models").toString(),
            folder.resolve("shop").toString())) {
      for (int i = 0; i < steps; ) {
        @Nullable String line = child.readLine();
        assertThat(line).as("the program lives until it is killed").isNotNull();
        i += line.equals("doing training.epoch") ? 1 : 0;
      }
      child.kill();
      while (child.readLine() != null) {
        // What it still said before it died.
      }
      assertThat(child.exitCode()).isNotZero();
    }
  }
}
