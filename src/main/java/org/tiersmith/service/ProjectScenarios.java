package org.tiersmith.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.project.ProjectFile;
import org.tiersmith.project.StoredScenario;
import org.tiersmith.strategy.Scenario;

/**
 * Keeps the scenarios in the project file, written behind the person's back. When they can't be
 * saved the person is told once, not at every change, until they could be saved again.
 */
final class ProjectScenarios implements ScenarioStore {
  private static final System.Logger LOG = System.getLogger(ProjectScenarios.class.getName());
  private static final String CURRENT = "strategy.current";
  private static final String COMPARED = "strategy.compared";
  private static final long LONGEST_SAVE_SECONDS = 30;

  private final ProjectFile project;
  private final Consumer<Problem> unsaved;
  private final AtomicReference<@Nullable ScenarioBoard> waiting = new AtomicReference<>();
  private final ExecutorService saver =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("scenario-saver").factory());

  /** Whether the last save failed; of the saver's thread. */
  private boolean failing;

  /**
   * @param unsaved told of a save that failed after one that went well, on another thread
   */
  ProjectScenarios(ProjectFile project, Consumer<Problem> unsaved) {
    this.project = project;
    this.unsaved = unsaved;
  }

  @Override
  public ScenarioBoard load() {
    List<ScenarioEntry> entries =
        project.scenarios().all().stream()
            .map(s -> new ScenarioEntry(s.id(), Json.read(s.body(), Scenario.class)))
            .toList();
    return new ScenarioBoard(entries, setting(CURRENT), setting(COMPARED));
  }

  @Override
  public void save(ScenarioBoard board) {
    waiting.set(board);
    saver.execute(this::writeWaiting);
  }

  @Override
  public void close() {
    saver.shutdown();
    try {
      if (!saver.awaitTermination(LONGEST_SAVE_SECONDS, TimeUnit.SECONDS)) {
        LOG.log(System.Logger.Level.ERROR, "The scenarios were still being saved at the close");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long setting(String key) {
    return project.settings().get(key).map(Long::parseLong).orElse(ScenarioBoard.BASELINE);
  }

  private void writeWaiting() {
    @Nullable ScenarioBoard board = waiting.getAndSet(null);
    if (board == null) {
      return;
    }
    try {
      write(board);
      failing = false;
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "The scenarios could not be saved", e);
      if (!failing) {
        failing = true;
        unsaved.accept(notSaved(e));
      }
    }
  }

  private void write(ScenarioBoard board) {
    List<StoredScenario> rows = new ArrayList<>();
    for (ScenarioEntry entry : board.entries()) {
      String body = Json.write(entry.scenario());
      rows.add(
          new StoredScenario(
              entry.id(), entry.scenario().name(), body, rows.size(), Instant.now()));
    }
    project.scenarios().replaceAll(rows);
    project
        .settings()
        .putAll(
            Map.of(
                CURRENT, Long.toString(board.currentId()),
                COMPARED, Long.toString(board.comparedId())));
  }

  private static Problem notSaved(RuntimeException cause) {
    Object why =
        cause instanceof Problem problem ? problem.text() : String.valueOf(cause.getMessage());
    return new Problem(
        Text.of(
            "strategy.not-saved",
            "The scenarios could not be saved; the project holds them as they were before. The"
                + " window keeps them, and your next change saves them all. {0}",
            why),
        cause);
  }
}
