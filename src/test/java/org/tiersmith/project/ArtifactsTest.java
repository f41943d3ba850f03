package org.tiersmith.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tiersmith.project.ProjectFileTest.assertProblem;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiersmith.model.Provenance;

class ArtifactsTest {
  private static final String CHUNKS = "SELECT count(*) FROM artifact_chunk";

  @TempDir private Path folder;
  @TempDir private Path cache;
  private Path file;
  private ProjectFile project;

  @BeforeEach
  void create() {
    file = folder.resolve("shop.tiersmith");
    project = ProjectFile.create(file, cache);
  }

  @AfterEach
  void close() {
    project.close();
  }

  private void reopen() {
    project.close();
    project = ProjectFile.open(file, cache);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20})
  void comesBackByteForByte(int size) throws Exception {
    Path source = TestProjects.file(cache, size, size);
    Artifact artifact =
        project.artifacts().put(source, "events.parquet", TestProjects.provenance());
    assertThat(artifact.size()).isEqualTo(size);
    assertThat(project.artifacts().find(artifact.id())).contains(artifact);

    reopen();
    Path laidOut = project.artifacts().layout(artifact.id());
    assertThat(laidOut).hasSameBinaryContentAs(source).startsWith(cache);
    assertThat(laidOut.toString()).endsWith("events.parquet");
    assertThat(project.artifacts().layout(artifact.id())).isEqualTo(laidOut);
  }

  @Test
  void sameBytesAreKeptOnce() throws Exception {
    Artifact first = TestProjects.put(project, cache, 3 << 20, 1);
    Artifact second =
        project
            .artifacts()
            .put(TestProjects.file(cache, 3 << 20, 1), "other.bin", TestProjects.provenance());

    assertThat(second).isEqualTo(first);
    project.close();
    assertThat(TestProjects.number(file, CHUNKS)).isEqualTo(3);
  }

  @Test
  void twoThreadsThatPutTheSameBytesShareOneArtifact() throws Exception {
    CyclicBarrier together = new CyclicBarrier(2);
    Callable<Artifact> put =
        () -> {
          together.await();
          return TestProjects.put(project, cache, 3 << 20, 1);
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Artifact>> both = threads.invokeAll(List.of(put, put));
      assertThat(both.get(0).get()).isEqualTo(both.get(1).get());
    }
    project.close();
    assertThat(TestProjects.number(file, CHUNKS)).isEqualTo(3);
  }

  @Test
  void aFileThatCannotBeReadLeavesNothing() {
    assertThatThrownBy(
            () ->
                project
                    .artifacts()
                    .put(cache.resolve("absent"), "a.bin", TestProjects.provenance()))
        .isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(
            () ->
                project
                    .artifacts()
                    .put(TestProjects.file(cache, 1, 1), "../a", TestProjects.provenance()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(project.artifacts().all()).isEmpty();
  }

  @Test
  void aFullDiskIsAProblemAndWhatWasSavedBeforeStays() throws Exception {
    Artifact before = TestProjects.put(project, cache, 100_000, 1);
    project.close();
    Database database = new Database(file.toRealPath());
    database.maintain(c -> Sql.execute(c, "PRAGMA max_page_count = 400"));
    Artifacts artifacts = new Artifacts(database, cache.resolve("laid-out"));
    Path source = TestProjects.file(cache, 8 << 20, 2);

    assertProblem(
        "project.disk-full", () -> artifacts.put(source, "a.bin", TestProjects.provenance()));
    assertThat(artifacts.all()).containsExactly(before);
    assertThat(artifacts.layout(before.id())).hasSize(100_000);
    database.close();
    assertThat(TestProjects.number(file, CHUNKS)).isEqualTo(1);
    assertThat(TestProjects.integrity(file)).isEqualTo("ok");
  }

  @Test
  void anUnknownArtifactIsAMistakeOfTheCaller() {
    assertThatThrownBy(() -> project.artifacts().layout(new ArtifactId("a".repeat(64))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ArtifactId("A".repeat(64)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCacheFileThatWasChangedIsLaidOutAnew() throws Exception {
    Artifact artifact = TestProjects.put(project, cache, 100_000, 1);
    Path laidOut = project.artifacts().layout(artifact.id());
    byte[] good = Files.readAllBytes(laidOut);

    for (byte[] bad : List.of(new byte[100_000], new byte[7])) {
      Files.write(laidOut, bad);
      reopen();
      assertThat(project.artifacts().layout(artifact.id())).hasBinaryContent(good);
    }
    Files.delete(laidOut);
    assertThat(project.artifacts().layout(artifact.id())).hasBinaryContent(good);
  }

  @Test
  void storedBytesThatWereChangedAreNeverHandedOut() throws Exception {
    Artifact artifact = TestProjects.put(project, cache, (1 << 20) + 5, 1);
    project.close();
    TestProjects.sql(file, "UPDATE artifact_chunk SET bytes = zeroblob(5) WHERE position = 1");
    project = ProjectFile.open(file, cache);

    assertProblem("project.artifact-damaged", () -> project.artifacts().layout(artifact.id()));
    try (Stream<Path> files = Files.walk(cache)) {
      assertThat(files).noneMatch(f -> f.getFileName().toString().contains("rows.parquet"));
    }
    assertThat(TestProjects.put(project, cache, 10, 2).size()).isEqualTo(10);
  }

  @Test
  void compactTakesAwayWhatNobodyRefersToAndShrinksTheFile() throws Exception {
    Artifact kept = TestProjects.put(project, cache, 50_000, 1);
    Artifact dropped = TestProjects.put(project, cache, 4 << 20, 2);
    project.plans().add("March", "{}", "{}", kept.id(), kept.id(), TestProjects.provenance());
    Path laidOut = project.artifacts().layout(dropped.id());
    project.artifacts().layout(kept.id());
    assertThat(project.artifacts().compact()).as("its row may be about to come").isZero();
    assertThat(laidOut).exists();

    reopen();
    assertThat(project.artifacts().compact()).isEqualTo(4 << 20);
    assertThat(project.artifacts().all()).containsExactly(kept);
    assertThat(laidOut).doesNotExist();
    assertThat(project.artifacts().layout(kept.id())).hasSize(50_000);
    assertThat(project.artifacts().compact()).isZero();
    project.close();
    assertThat(Files.size(file)).isLessThan(500_000);
    assertThat(TestProjects.integrity(file)).isEqualTo("ok");
  }

  @Test
  void weightsThatBetterOnesReplaceGoAtOnce() {
    long run = project.runs().begin(project.runs().enqueue("{}", "cpu").id()).id();
    Artifact first = TestProjects.put(project, cache, 100, 1);
    Artifact second = TestProjects.put(project, cache, 200, 2);
    project.runs().keepWeights(run, first.id());
    project.runs().keepWeights(run, second.id());

    assertThat(project.artifacts().all()).containsExactly(second);
  }

  @Test
  void everyReferenceProtects() {
    TestProjects.fill(project, cache);
    Set<Artifact> all = Set.copyOf(project.artifacts().all());
    reopen();

    assertThat(project.artifacts().compact()).isZero();
    assertThat(project.artifacts().all()).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void aPlanProtectsThePairsThatItDecidesOn() {
    Artifact rows = TestProjects.put(project, cache, 100, 1);
    Artifact pairs = TestProjects.put(project, cache, 200, 2);
    Provenance provenance = TestProjects.provenance();
    StoredPlan plan = project.plans().add("A", "{}", "{}", rows.id(), pairs.id(), provenance);
    reopen();
    assertThat(project.artifacts().compact()).isZero();

    project.plans().remove(plan.id());
    assertThat(project.artifacts().compact()).isEqualTo(300);
  }

  @Test
  void anArtifactPutAgainIsProtectedAgain() {
    Artifact artifact = TestProjects.put(project, cache, 100, 1);
    reopen();
    TestProjects.put(project, cache, 100, 1);

    assertThat(project.artifacts().compact()).isZero();
    assertThat(project.artifacts().all()).containsExactly(artifact);
  }

  @Test
  void aHalfStoredArtifactIsDroppedOnOpening() throws Exception {
    project.close();
    TestProjects.sql(file, "INSERT INTO artifact_chunk VALUES(17, 0, zeroblob(1000))");
    project = ProjectFile.open(file, cache);
    project.close();

    assertThat(TestProjects.number(file, CHUNKS)).isZero();
  }
}
