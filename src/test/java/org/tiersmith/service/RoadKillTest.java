package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.data.TablePage;
import org.tiersmith.encoder.TinyEncoder;
import org.tiersmith.project.ChildProcess;
import org.tiersmith.project.RunState;
import org.tiersmith.sample.SampleLanguage;
import org.tiersmith.sample.SampleSettings;
import org.tiersmith.task.SameThreadJobRunner;

/** SIGKILL at twenty random moments of importing, training and saving. */
class RoadKillTest {
  private static final int KILLS = 20;
  private static final int SHORT_LIFE_LINES = 4;
  private static final int LONGEST_LIFE_LINES = 60;

  @TempDir private Path folder;

  private final TreeSet<String> killedWhile = new TreeSet<>();
  private HeldState promised = new HeldState(0, 0, 0, 0, 0, 0);

  @BeforeEach
  void prepare() throws IOException {
    TinyEncoder.catalogue(folder.resolve("models"));
    SampleUseCase.write(
        new SampleSettings(30, 20, 400, 7, SampleLanguage.ENGLISH), folder.resolve("shop"));
  }

  @Test
  @Timeout(600)
  void whatWasCommittedIsThereAfterwards() throws Exception {
    Path project = folder.resolve("shop.tiersmith");
    Random random = new Random(20260307);
    for (int kill = 0; kill < KILLS; kill++) {
      // Every third time it dies within the import with which it begins.
      int life = kill % 3 == 0 ? SHORT_LIFE_LINES : LONGEST_LIFE_LINES;
      liveAndDie(project, 2 + random.nextInt(life), random.nextInt(40_000));
      if (Files.exists(project)) {
        verify(project);
      }
    }
    assertThat(promised.runs()).isPositive();
    assertThat(killedWhile)
        .as("what the kills met")
        .anyMatch(text -> text.startsWith("import."))
        .anyMatch(text -> text.startsWith("training."));
  }

  private void liveAndDie(Path project, int lines, int jitterMicros) throws Exception {
    try (ChildProcess child =
        new ChildProcess(
            RoadUnderKill.class,
            project.toString(),
            folder.resolve("models").toString(),
            folder.resolve("shop").toString())) {
      String doing = "";
      for (int i = 0; i < lines; i++) {
        doing = hear(child.readLine(), doing);
      }
      LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(jitterMicros));
      child.kill();
      for (@Nullable String line = child.readLine(); line != null; line = child.readLine()) {
        doing = hear(line, doing);
      }
      assertThat(child.exitCode()).as("ended by the kill, not by itself").isNotZero();
      killedWhile.add(doing);
    }
  }

  private String hear(@Nullable String line, String doing) {
    assertThat(line).as("the program lives until it is killed").isNotNull();
    if (line.startsWith("held ")) {
      promised = HeldState.parse(line);
    }
    return line.startsWith("doing ") ? line.substring("doing ".length()) : doing;
  }

  private void verify(Path project) throws IOException {
    Workbench workbench =
        new Workbench(
            new Preferences(folder.resolve("preferences.properties")),
            new SameThreadJobRunner((job, failure) -> {}),
            folder.resolve("models"));
    try (ProjectSession session = workbench.open(project)) {
      HeldState held = HeldState.of(session);
      assertThat(held.holds(promised)).as("%s holds %s", held, promised).isTrue();
      assertThat(session.runs().all())
          .extracting(RunView::state)
          .isSubsetOf(List.of(RunState.QUEUED, RunState.DONE, RunState.INTERRUPTED));
      if (session.data().current().isPresent()) {
        assertThat(TablePage.rows(session.data().table(DataTable.CUSTOMERS))).isEqualTo(30);
      }
      if (session.strategy().isReady()) {
        assertThat(session.strategy().portfolio().size()).isPositive();
      }
    }
    assertThat(Files.exists(project.resolveSibling("shop.tiersmith-wal"))).isFalse();
  }
}
