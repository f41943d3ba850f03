package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.task.SameThreadJobRunner;

class ProjectSessionTest {
  @TempDir private Path folder;

  @Test
  void whatAWindowAsksForAtTheStartIsAnsweredWithoutTheFile() {
    Path file = folder.resolve("shop.tiersmith");
    try (ProjectSession session = workbench().create(file)) {
      assertThat(session.currency()).isEmpty();
      assertThat(session.settings().get("screen", "data")).isEqualTo("data");
      session.setCurrency(" € ");
      session.settings().put("screen", "plan");
      assertThat(session.currency()).isEqualTo("€");
    }
    ProjectSession reopened = workbench().open(file);
    // A closed file can't be read: what is still answered was read when it was opened.
    reopened.close();
    assertThat(reopened.currency()).isEqualTo("€");
    assertThat(reopened.settings().get("screen", "data")).isEqualTo("plan");
  }

  private Workbench workbench() {
    return new Workbench(
        new Preferences(folder.resolve("preferences.properties")),
        new SameThreadJobRunner((job, failure) -> {}),
        folder.resolve("models"));
  }
}
