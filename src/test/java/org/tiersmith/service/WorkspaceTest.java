package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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
}
