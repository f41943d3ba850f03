package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.model.Problem;
import org.tiersmith.project.ProjectFile;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.ScenarioDefaults;

class ProjectScenariosTest {
  @TempDir private Path folder;
  private final BlockingQueue<Problem> told = new LinkedBlockingQueue<>();
  private ProjectFile project;
  private ProjectScenarios scenarios;

  @BeforeEach
  void open() {
    project = ProjectFile.create(folder.resolve("shop.tiersmith"), folder);
    scenarios = new ProjectScenarios(project, told::add);
  }

  @AfterEach
  void close() {
    scenarios.close();
    project.close();
  }

  @Test
  void whatIsSavedIsLoaded() {
    scenarios.save(board(0.1));
    scenarios.close();
    assertThat(scenarios.load()).isEqualTo(board(0.1));
    assertThat(told).isEmpty();
  }

  @Test
  void aFailureIsToldOnceAndLosesNothing() throws Exception {
    refuse(true);
    scenarios.save(board(0.1));
    assertThat(told.poll(20, TimeUnit.SECONDS)).hasMessageContaining("could not be saved");
    scenarios.save(board(0.2));
    scenarios.close();
    assertThat(told).isEmpty();
    assertThat(project.scenarios().all()).isEmpty();

    scenarios = new ProjectScenarios(project, told::add);
    refuse(false);
    scenarios.save(board(0.3));
    scenarios.close();
    assertThat(scenarios.load()).isEqualTo(board(0.3));
    assertThat(told).isEmpty();
  }

  private void refuse(boolean refused) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + project.path())) {
      connection
          .createStatement()
          .execute(
              refused
                  ? "CREATE TRIGGER refuse BEFORE INSERT ON scenario"
                      + " BEGIN SELECT RAISE(ABORT, 'refused'); END"
                  : "DROP TRIGGER refuse");
    }
  }

  private static ScenarioBoard board(double rate) {
    return new ScenarioBoard(
        List.of(new ScenarioEntry(1, ScenarioDefaults.of("Mine", new Policy.Fixed(rate)))), 1, 0);
  }
}
