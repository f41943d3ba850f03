package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
  @Test
  void isGoneWhenTheJobIsOver() throws IOException {
    Path folder;
    try (Workspace workspace = new Workspace()) {
      folder = workspace.folder();
      Files.writeString(workspace.file("rows.csv"), "C1");
      assertThat(folder).isDirectory();
    }
    assertThat(folder).doesNotExist();
  }

  @Test
  void removesWhatKilledProgramsLeftAndNothingElse(@TempDir Path temporary)
      throws IOException, InterruptedException {
    Process ended =
        new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-version")
            .start();
    ended.waitFor();
    Path left = Files.createDirectory(temporary.resolve("tiersmith-" + ended.pid() + "-1"));
    Files.writeString(left.resolve("rows.csv"), "C1");
    Path own =
        Files.createDirectory(
            temporary.resolve("tiersmith-" + ProcessHandle.current().pid() + "-1"));
    Path other = Files.createDirectory(temporary.resolve("tiersmith-notes"));

    Workspace.removeLeftBehind(temporary);

    assertThat(left).doesNotExist();
    assertThat(own).isDirectory();
    assertThat(other).isDirectory();
  }
}
