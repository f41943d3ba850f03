package org.tiersmith.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFoldersTest {
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

    TemporaryFolders.removeLeftBehind(temporary);

    assertThat(left).doesNotExist();
    assertThat(own).isDirectory();
    assertThat(other).isDirectory();
  }
}
