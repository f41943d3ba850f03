package org.tiersmith.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that works on a project is killed again and again; nothing committed may be lost. */
class KillTest {
  private static final int KILLS = 20;

  @TempDir private Path folder;
  @TempDir private Path scratch;

  private final List<String> committed = new ArrayList<>();

  @Test
  @Timeout(120)
  void aKillAtAnyMomentLosesNothingThatWasCommitted() throws Exception {
    Path file = folder.resolve("shop.tiersmith");
    Random random = new Random(20260304);
    for (int kill = 0; kill < KILLS; kill++) {
      // Every fourth time the process dies while it opens, or makes, the project.
      int lines = kill % 4 == 0 ? 1 : 1 + random.nextInt(60);
      long jitter = TimeUnit.MICROSECONDS.toNanos(random.nextInt(kill % 4 == 0 ? 300_000 : 8_000));
      workAndKill(file, "round" + kill, lines, jitter);
      if (Files.exists(file)) {
        verify(file);
      }
    }
    assertThat(committed).as("committed before the kills").hasSizeGreaterThan(200);
    assertThat(committed).anyMatch(line -> line.startsWith("weights"));
  }

  private void workAndKill(Path file, String round, int lines, long jitter)
      throws IOException, InterruptedException {
    try (ChildProcess child =
        new ChildProcess(KillTarget.class, file.toString(), scratch.toString(), round)) {
      for (int i = 0; i < lines; i++) {
        committed.add(child.readLine());
      }
      LockSupport.parkNanos(jitter);
      child.kill();
      for (String line = child.readLine(); line != null; line = child.readLine()) {
        committed.add(line);
      }
      assertThat(child.exitCode()).as("ended by the kill, not by itself").isNotZero();
    }
    committed.removeIf("opening"::equals);
  }

  private void verify(Path file) throws Exception {
    try (ProjectFile project = ProjectFile.open(file, scratch)) {
      Shown shown = Shown.of(project);
      assertThat(committed).allMatch(shown::holds);
      assertThat(project.runs().all()).extracting(Run::state).containsOnly(RunState.INTERRUPTED);
      for (Artifact artifact : project.artifacts().all()) {
        assertThat(Hashing.of(project.artifacts().layout(artifact.id()))).isEqualTo(artifact.id());
      }
    }
    assertThat(TestProjects.names(folder)).containsExactly("shop.tiersmith");
    assertThat(TestProjects.integrity(file)).isEqualTo("ok");
    assertThat(
            TestProjects.number(
                file,
                "SELECT count(*) FROM artifact_chunk"
                    + " WHERE store NOT IN (SELECT store FROM artifact)"))
        .as("chunks of half-stored artifacts")
        .isZero();
  }

  /** What a reopened project shows, in the words of {@link KillTarget}. */
  private record Shown(Set<String> lines, Map<Long, ArtifactId> weights) {

    static Shown of(ProjectFile project) {
      Set<String> lines = new HashSet<>();
      project
          .settings()
          .all()
          .forEach((k, v) -> lines.add(v.equals("value of " + k) ? "setting " + k : "wrong " + k));
      for (Run run : project.runs().all()) {
        lines.add("run " + run.id());
        for (MetricPoint point : project.runs().metrics(run.id())) {
          assertThat(point.value()).isEqualTo(point.step() / 7.0);
          lines.add("point " + run.id() + " " + point.step());
        }
      }
      project.scenarios().all().forEach(s -> lines.add("scenario " + s.id() + " " + s.name()));
      project.artifacts().all().forEach(a -> lines.add("artifact " + a.id()));
      return new Shown(lines, weights(project));
    }

    private static Map<Long, ArtifactId> weights(ProjectFile project) {
      return project.runs().all().stream()
          .filter(run -> run.weights() != null)
          .collect(Collectors.toMap(Run::id, Run::weights, (a, b) -> b, HashMap::new));
    }

    /** Weights may have been replaced by better ones before the kill, never lost. */
    boolean holds(String line) {
      String[] words = line.split(" ", -1);
      return words[0].equals("weights")
          ? weights.containsKey(Long.parseLong(words[1])) && lines.contains("artifact " + words[2])
          : lines.contains(line);
    }
  }
}
