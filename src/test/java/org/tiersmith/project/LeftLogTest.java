package org.tiersmith.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiersmith.project.ProjectFileTest.assertProblem;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project whose process ended with changes still in the log beside the file. */
class LeftLogTest {
  @TempDir private Path folder;
  @TempDir private Path origin;
  private Path file;
  private Path log;

  private void leave(String... lastWords) throws Exception {
    Path source = origin.resolve("shop.tiersmith");
    ProjectFile.create(source, origin).close();
    Database database = new Database(source.toRealPath());
    database.change(c -> Sql.update(c, "INSERT INTO settings VALUES('in', 'the log')"));
    for (String sql : lastWords) {
      database.maintain(c -> Sql.execute(c, sql));
    }
    Files.copy(source, file);
    Files.copy(origin.resolve("shop.tiersmith-wal"), log);
    database.close();
  }

  @BeforeEach
  void name() {
    file = folder.resolve("shop.tiersmith");
    log = folder.resolve("shop.tiersmith-wal");
  }

  @Test
  void whatTheLogHoldsIsThereAfterOpening() throws Exception {
    leave();
    try (ProjectFile project = ProjectFile.open(file, folder)) {
      assertThat(project.settings().get("in")).contains("the log");
    }
    assertThat(TestProjects.names(folder)).containsExactly("shop.tiersmith");
  }

  @Test
  void aNewerVersionThatOnlyTheLogKnowsIsRefusedAndLeft() throws Exception {
    leave("PRAGMA user_version = 9");

    assertRefusedAndLeft("project.newer");
  }

  @Test
  void aDamagedFileIsNotWrittenFromItsLog() throws Exception {
    leave();
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 3 * 8192, bytes.length, (byte) 0x55);
    Files.write(file, bytes);

    assertRefusedAndLeft("project.damaged");
  }

  @Test
  void closingWhileAnotherProgramReadsSaysThatTheLogIsLeft() throws Exception {
    ProjectFile.create(file, folder).close();
    Database database = new Database(file.toRealPath());
    try (Connection reader = Database.connectReadOnly(file, false)) {
      Sql.execute(reader, "BEGIN");
      Sql.number(reader, "SELECT count(*) FROM settings");
      database.change(c -> Sql.update(c, "INSERT INTO settings VALUES('in', 'the log')"));
      database.maintain(c -> Sql.execute(c, "PRAGMA busy_timeout = 0"));
      assertProblem("project.log-left", database::close);
    }
    try (ProjectFile project = ProjectFile.open(file, folder)) {
      assertThat(project.settings().get("in")).contains("the log");
    }
  }

  private void assertRefusedAndLeft(String key) throws Exception {
    byte[] fileBefore = Files.readAllBytes(file);
    byte[] logBefore = Files.readAllBytes(log);
    assertProblem(key, () -> ProjectFile.open(file, folder));

    assertThat(file).hasBinaryContent(fileBefore);
    assertThat(log).hasBinaryContent(logBefore);
    assertThat(TestProjects.names(folder)).doesNotContain("shop.tiersmith.lock");
  }
}
