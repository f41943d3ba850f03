package org.tiersmith.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tiersmith.project.ProjectFileTest.assertProblem;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The present schema plays the older one here, against a made-up later version. */
class MigrationTest {
  private static final Schema NEXT =
      schema("ALTER TABLE scenario ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue'");

  @TempDir private Path folder;
  @TempDir private Path cache;
  private Path file;
  private Map<String, Object> before;
  private byte[] bytes;

  private static Schema schema(String statement) {
    return new Schema(
        List.of(
            SchemaV1.MIGRATION,
            SchemaV2.MIGRATION,
            SchemaV3.MIGRATION,
            SchemaV4.MIGRATION,
            SchemaV5.MIGRATION,
            new Migration(6, List.of("CREATE TABLE added(a TEXT)", statement))));
  }

  @BeforeEach
  void create() throws Exception {
    file = folder.resolve("shop.tiersmith");
    try (ProjectFile project = ProjectFile.create(file, cache)) {
      TestProjects.fill(project, cache);
      before = TestProjects.everything(project);
    }
    bytes = Files.readAllBytes(file);
  }

  @Test
  void anOlderFileIsBackedUpAndBroughtForward() throws Exception {
    try (ProjectFile project = new ProjectOpener(NEXT, cache).open(file)) {
      assertThat(project.runs().all()).isEqualTo(before.get("runs"));
      assertThat(project.scenarios().all()).isEqualTo(before.get("scenarios"));
      assertThat(project.audit().all()).last().extracting("detail").isEqualTo("5 to 6");
      project
          .artifacts()
          .all()
          .forEach(a -> assertThat(project.artifacts().layout(a.id())).exists());
    }
    assertThat(TestProjects.number(file, "PRAGMA user_version")).isEqualTo(6);
    assertThat(TestProjects.number(file, "SELECT count(*) FROM scenario WHERE colour = 'blue'"))
        .isEqualTo(2);
    assertThat(TestProjects.names(folder))
        .containsExactlyInAnyOrder("shop.tiersmith", "shop.tiersmith.v5.bak");
  }

  @Test
  void theBackupIsAWholeProjectOfTheOlderVersion() throws Exception {
    new ProjectOpener(NEXT, cache).open(file).close();
    Path restored = folder.resolve("restored.tiersmith");
    Files.move(folder.resolve("shop.tiersmith.v5.bak"), restored);

    assertThat(TestProjects.integrity(restored)).isEqualTo("ok");
    try (ProjectFile project = ProjectFile.open(restored, cache)) {
      assertThat(TestProjects.everything(project)).isEqualTo(before);
      project
          .artifacts()
          .all()
          .forEach(a -> assertThat(project.artifacts().layout(a.id())).exists());
    }
  }

  @Test
  void aMigrationThatFailsLeavesTheFileAsItWasAndAnotherBackupGetsAnotherName() throws Exception {
    Schema broken = schema("INSERT INTO no_such_table VALUES(1)");
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> new ProjectOpener(broken, cache).open(file))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(TestProjects.names(folder))
        .containsExactlyInAnyOrder(
            "shop.tiersmith", "shop.tiersmith.v5.bak", "shop.tiersmith.v5-2.bak");
    try (ProjectFile project = ProjectFile.open(file, cache)) {
      assertThat(TestProjects.everything(project)).isEqualTo(before);
    }
    assertThat(TestProjects.number(file, "SELECT count(*) FROM sqlite_schema WHERE name = 'added'"))
        .isZero();
  }

  @Test
  void aNewerFileIsRefusedAndLeft() throws Exception {
    new ProjectOpener(NEXT, cache).open(file).close();
    bytes = Files.readAllBytes(file);

    assertProblem("project.newer", () -> ProjectFile.open(file, cache));
    assertThat(file).hasBinaryContent(bytes);
    assertThatThrownBy(() -> ProjectFile.open(file, cache))
        .hasMessageContaining("file version 6")
        .hasMessageContaining("up to 5");
  }

  @Test
  void aPlanOfTheFirstVersionNamesNoPairs() throws Exception {
    Path old = folder.resolve("old.tiersmith");
    ArtifactId rows;
    try (ProjectFile project =
        new ProjectOpener(new Schema(List.of(SchemaV1.MIGRATION)), cache).create(old)) {
      rows = TestProjects.put(project, cache, 100, 1).id();
    }
    TestProjects.sql(
        old,
        "INSERT INTO plan(name, scenario, totals, decisions, created, provenance) VALUES('May',"
            + " '{}', '{}', '"
            + rows.sha256()
            + "', '2026-03-04T05:06:07Z', (SELECT provenance FROM artifact))");
    try (ProjectFile project = ProjectFile.open(old, cache)) {
      StoredPlan plan = project.plans().all().getFirst();
      assertThat(plan.decisions()).isEqualTo(rows);
      assertThat(plan.pairs()).isNull();
      assertThat(project.artifacts().compact()).isZero();
    }
    assertThat(TestProjects.names(folder)).contains("old.tiersmith.v1.bak");
  }

  @Test
  void aFileOfThePresentVersionGetsNoBackup() throws Exception {
    ProjectFile.open(file, cache).close();

    assertThat(TestProjects.names(folder)).containsExactly("shop.tiersmith");
  }
}
