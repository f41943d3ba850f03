package org.tiersmith.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.ui.Fx;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.LoadState;
import org.tiersmith.ui.strategy.StrategyScreen;

class ScreenClassesTest {
  @Test
  void namesTheClassesOfEveryScreen() throws IOException, URISyntaxException {
    assertThat(ScreenClasses.names())
        .contains(StrategyScreen.class.getName(), Card.class.getName(), LoadState.class.getName())
        .allMatch(name -> name.startsWith("org.tiersmith.ui."))
        .doesNotHaveDuplicates();
  }

  @Test
  void allOfThemLoad() throws IOException, URISyntaxException, ClassNotFoundException {
    Fx.run(() -> {}); // Controls need a running toolkit.
    ScreenClasses.load();
  }

  @Test
  void namesTheClassesInAJar(@TempDir Path folder) throws IOException {
    Path jar = folder.resolve("tiersmith.jar");
    try (FileSystem files = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
      Files.createDirectories(files.getPath("org/tiersmith/ui/kit"));
      Files.createFile(files.getPath("org/tiersmith/ui/kit/Card.class"));
      Files.createFile(files.getPath("org/tiersmith/ui/kit/package-info.class"));
      Files.createFile(files.getPath("org/tiersmith/Main.class"));
    }
    assertThat(ScreenClasses.namesIn(jar)).containsExactly("org.tiersmith.ui.kit.Card");
  }
}
