package org.tiersmith.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.model.Problem;

class ProjectFileTest {
  @TempDir private Path folder;
  @TempDir private Path cache;
  private Path file;

  @BeforeEach
  void name() throws Exception {
    file = folder.toRealPath().resolve("Frühjahr %41 #1?.tiersmith");
  }

  @Test
  void reopenedEqualsClosed() {
    Map<String, Object> before;
    try (ProjectFile project = ProjectFile.create(file, cache)) {
      TestProjects.fill(project, cache);
      before = TestProjects.everything(project);
    }
    try (ProjectFile project = ProjectFile.open(file, cache)) {
      assertThat(TestProjects.everything(project)).isEqualTo(before);
      assertThat(project.path()).isEqualTo(file);
    }
  }

  @Test
  void closedItIsOneFileThatIsWhole() throws Exception {
    try (ProjectFile project = ProjectFile.create(file, cache)) {
      TestProjects.fill(project, cache);
      assertThat(TestProjects.names(folder)).hasSizeGreaterThan(1);
    }

    assertThat(TestProjects.names(folder)).containsExactly(file.getFileName().toString());
    assertThat(TestProjects.integrity(file)).isEqualTo("ok");
    assertThat(TestProjects.number(file, "PRAGMA application_id")).isEqualTo(0x54696572);
    assertThat(TestProjects.number(file, "PRAGMA user_version")).isEqualTo(5);
  }

  @Test
  void createRefusesAFileThatExistsAndLeavesIt() throws Exception {
    Files.writeString(file, "a letter");

    assertProblem("project.exists", () -> ProjectFile.create(file, cache));
    assertThat(file).hasContent("a letter");
    assertThat(TestProjects.names(folder)).hasSize(1);
  }

  @Test
  void createRefusesANameBesideWhichALogIsLeft() throws Exception {
    Path log = Files.writeString(folder.resolve(file.getFileName() + "-wal"), "changes");

    assertProblem("project.leftover", () -> ProjectFile.create(file, cache));
    assertThat(log).hasContent("changes");
    assertThat(file).doesNotExist();
  }

  @Test
  void createClearsWhatAKilledCreationLeft() throws Exception {
    Files.writeString(DurableFiles.partOf(file), "half a project");
    ProjectFile.create(file, cache).close();

    assertThat(TestProjects.names(folder)).containsExactly(file.getFileName().toString());
  }

  @Test
  void aMissingFileOrFolderIsAProblem() {
    assertProblem("project.missing", () -> ProjectFile.open(file, cache));
    assertProblem("project.folder", () -> ProjectFile.open(folder, cache));
    assertProblem(
        "project.unwritable", () -> ProjectFile.create(folder.resolve("no/shop.tiersmith"), cache));
  }

  @Test
  void aFolderThatCannotBeWrittenIsAProblem() throws Exception {
    ProjectFile.create(file, cache).close();
    Assumptions.assumeTrue(
        folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "POSIX only");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
    Assumptions.assumeFalse(Files.isWritable(folder), "The superuser may write anywhere");

    assertProblem("project.unwritable", () -> ProjectFile.open(file, cache));
    assertProblem(
        "project.unwritable", () -> ProjectFile.create(folder.resolve("b.tiersmith"), cache));
  }

  @Test
  void aFileThatCannotBeWrittenIsAProblem() throws Exception {
    ProjectFile.create(file, cache).close();
    assertThat(file.toFile().setWritable(false)).isTrue();
    Assumptions.assumeFalse(Files.isWritable(file), "The superuser may write anywhere");

    assertProblem("project.unwritable", () -> ProjectFile.open(file, cache));
  }

  @Test
  void aSecondOpenerIsToldAndTheFirstGoesOn() {
    try (ProjectFile project = ProjectFile.create(file, cache)) {
      assertProblem("project.in-use", () -> ProjectFile.open(file, cache));
      assertProblem("project.in-use", () -> ProjectFile.open(file, cache));
      project.settings().put("still", "here");
      assertThat(project.settings().get("still")).contains("here");
    }
    ProjectFile.open(file, cache).close();
  }

  @Test
  void runsThatWereLeftRunningAreInterruptedAndKeepTheirWeights() throws Exception {
    ArtifactId weights;
    try (ProjectFile project = ProjectFile.create(file, cache)) {
      Run run = project.runs().begin(project.runs().enqueue("{}", "cpu").id());
      weights = TestProjects.put(project, cache, 100, 3).id();
      project.runs().keepWeights(run.id(), weights);
      project.runs().append(run.id(), List.of(new MetricPoint("train.loss", 1, 0.5)));
    }
    try (ProjectFile project = ProjectFile.open(file, cache)) {
      Run run = project.runs().all().getFirst();
      assertThat(run.state()).isEqualTo(RunState.INTERRUPTED);
      assertThat(run.finished()).isNull();
      assertThat(run.weights()).isEqualTo(weights);
      assertThat(project.runs().metrics(run.id(), -1)).hasSize(1);
      assertThat(project.audit().all()).last().extracting("action").isEqualTo("run.interrupted");
    }
  }

  @Test
  void aClosedProjectRefusesWorkAndClosingTwiceIsHarmless() {
    ProjectFile project = ProjectFile.create(file, cache);
    project.close();
    project.close();

    assertThatThrownBy(() -> project.settings().put("a", "b"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> project.settings().all()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aLinkAndItsTargetAreOneProject() throws Exception {
    Path link = folder.resolve("link.tiersmith");
    try (ProjectFile project = ProjectFile.create(file, cache)) {
      Files.createSymbolicLink(link, project.path());
      assertProblem("project.in-use", () -> ProjectFile.open(link, cache));
    }
    try (ProjectFile project = ProjectFile.open(link, cache)) {
      assertThat(project.path()).isEqualTo(file);
    }
  }

  static void assertProblem(String key, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.text().key()).isEqualTo(key));
  }
}
