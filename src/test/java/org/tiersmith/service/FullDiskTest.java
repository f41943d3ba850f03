package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.encoder.TinyEncoder;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.Problem;
import org.tiersmith.project.LimitedProject;
import org.tiersmith.project.MetricPoint;
import org.tiersmith.project.ProjectFile;
import org.tiersmith.project.RunState;
import org.tiersmith.sample.SampleLanguage;
import org.tiersmith.sample.SampleSettings;
import org.tiersmith.task.JobContext;

/**
 * A disk that is full while a run is saved costs nothing but the time until there is room again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FullDiskTest {
  private Path folder;
  private EncoderCatalogue catalogue;
  private List<MetricPoint> whole;

  @BeforeAll
  void prepare(@TempDir Path temporary) throws Exception {
    folder = temporary;
    catalogue = TinyEncoder.catalogue(folder.resolve("models"));
    SampleUseCase.write(
        new SampleSettings(30, 20, 400, 7, SampleLanguage.ENGLISH), folder.resolve("shop"));
    LimitedProject roomy = limited("roomy");
    try (ProjectSession session = new ProjectSession(roomy.project(), catalogue)) {
      RunView run = TrainUnderKill.goOn(session, folder.resolve("shop"), JobContext.detached());
      whole = losses(session, run.id());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void aRunThatCanNotKeepItsStateEndsAndGoesOnLater(int pages) throws Exception {
    LimitedProject full = limited("full" + pages);
    try (ProjectSession session = new ProjectSession(full.project(), catalogue)) {
      Problem problem =
          catchThrowableOfType(
              Problem.class,
              () ->
                  TrainUnderKill.goOn(
                      session,
                      folder.resolve("shop"),
                      atStep(
                          15,
                          () -> {
                            full.leave(pages);
                            session.training().pause(1);
                          })));
      assertThat(problem).hasMessageContaining("no room left to save").hasMessageContaining("kept");
      assertThat(problem.isFailure()).isTrue();
      RunView run = session.runs().run(1);
      assertThat(run.state()).isIn(RunState.FAILED, RunState.INTERRUPTED);
      assertThat(run.resumable()).isTrue();
      assertThat(session.data().current()).isPresent();

      full.free();
      assertThat(session.training().carryOn(1, JobContext.detached()).state())
          .isEqualTo(RunState.DONE);
      assertThat(losses(session, 1)).isEqualTo(whole);
    }
  }

  @Test
  void aScoringThatCanNotBeKeptFailsAndTheNextOneIsWhole() throws Exception {
    Files.copy(folder.resolve("roomy.tiersmith"), folder.resolve("scoring.tiersmith"));
    LimitedProject full = open("scoring");
    try (ProjectSession session = new ProjectSession(full.project(), catalogue)) {
      full.leave(0);
      assertThatThrownBy(
              () -> session.scoring().score(null, null, DeviceChoice.CPU, JobContext.detached()))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("no room left to save");
      assertThat(session.scoring().latestScore()).isEmpty();
      full.free();
      assertThat(
              session.scoring().score(null, null, DeviceChoice.CPU, JobContext.detached()).pairs())
          .isEqualTo(600);
    }
  }

  @Test
  void saysWhereThereIsNoRoomForTemporaryFiles() {
    assertThatThrownBy(
            () ->
                Workspace.refuseIfFull(
                    new IllegalStateException("COPY", new IOException("No space left on device"))))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(System.getProperty("java.io.tmpdir"));
    Workspace.refuseIfFull(new IOException("Connection reset"));
  }

  private LimitedProject limited(String name) {
    Path file = folder.resolve(name + ".tiersmith");
    ProjectFile.create(file, folder.resolve("cache")).close();
    return open(name);
  }

  private LimitedProject open(String name) {
    return new LimitedProject(
        folder.resolve(name + ".tiersmith"), folder.resolve("cache").resolve(name));
  }

  private static JobContext atStep(int step, Runnable what) {
    AtomicInteger steps = new AtomicInteger();
    return new JobContext(
        progress -> {
          if (progress.text().key().equals("training.epoch") && steps.incrementAndGet() == step) {
            what.run();
          }
        },
        () -> false);
  }

  private static List<MetricPoint> losses(ProjectSession session, long run) {
    return session.runs().series(run).stream()
        .filter(point -> point.series().equals("train.loss"))
        .toList();
  }
}
