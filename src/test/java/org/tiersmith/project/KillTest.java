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
  private final Set<ArtifactId> verified = new HashSet<>();

  @Test
  @Timeout(300)
  void aKillAtAnyMomentLosesNothingThatWasCommitted() throws Exception {
    Path file = folder.resolve("shop.tiersmith");
    Random random = new Random(20260304);
    for (int kill = 0; kill < KILLS; kill++) {
      workAndKill(file, "round" + kill, Moment.of(kill, random));
      if (Files.exists(file)) {
        verify(file);
      }
    }
    verified.clear();
    verify(file);
    assertThat(committed).as("committed before the kills").hasSizeGreaterThan(200);
    assertThat(committed).anyMatch(line -> line.startsWith("weights"));
  }

  /**
   * When to kill: so many nanoseconds after the child has said so many lines, and then the word.
   */
  private record Moment(int lines, String word, long jitter) {

    static Moment of(int kill, Random random) {
      return switch (kill % 4) {
        case 0 -> new Moment(1, "opening", micros(random, 300_000));
        case 1, 2 -> new Moment(random.nextInt(25), "storing", micros(random, 120_000));
        default -> new Moment(random.nextInt(40), "", micros(random, 8_000));
      };
    }

    private static long micros(Random random, int below) {
      return TimeUnit.MICROSECONDS.toNanos(random.nextInt(below));
    }

    boolean hasCome(int linesSeen, String line) {
      return linesSeen >= lines && line.startsWith(word);
    }
  }

  private void workAndKill(Path file, String round, Moment moment)
      throws IOException, InterruptedException {
    try (ChildProcess child =
        new ChildProcess(KillTarget.class, file.toString(), scratch.toString(), round)) {
      String line;
      int seen = 0;
      do {
        line = child.readLine();
        assertThat(line).as("the child goes on until it is killed").isNotNull();
        committed.add(line);
      } while (!moment.hasCome(++seen, line));
      LockSupport.parkNanos(moment.jitter());
      child.kill();
      for (line = child.readLine(); line != null; line = child.readLine()) {
        committed.add(line);
      }
      assertThat(child.exitCode()).as("ended by the kill, not by itself").isNotZero();
    }
    committed.removeIf(word -> word.equals("opening") || word.equals("storing"));
  }

  private void verify(Path file) throws Exception {
    try (ProjectFile project = ProjectFile.open(file, scratch)) {
      Shown shown = Shown.of(project);
      assertThat(committed).allMatch(shown::holds);
      assertThat(project.runs().all()).extracting(Run::state).containsOnly(RunState.INTERRUPTED);
      for (Artifact artifact : project.artifacts().all()) {
        if (verified.add(artifact.id())) {
          Path laidOut = project.artifacts().layout(artifact.id());
          assertThat(Hashing.of(laidOut)).isEqualTo(artifact.id());
        }
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
        for (MetricPoint point : project.runs().metrics(run.id(), -1)) {
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
