package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {
  @TempDir private Path folder;

  @Test
  void remembersBetweenStarts() {
    Path file = folder.resolve("deep/preferences.properties");
    new Preferences(file).set("theme", "dark");
    assertThat(new Preferences(file).get("theme", "light")).isEqualTo("dark");
  }

  @Test
  void startsWithDefaultsWhenTheFileIsDamaged() throws IOException {
    Path file = folder.resolve("preferences.properties");
    Files.write(file, new byte[] {'\\', 'u', 'z', 'z', (byte) 0xff});
    assertThat(new Preferences(file).get("theme", "light")).isEqualTo("light");
  }

  @Test
  void listsTheLatestProjectFirstAndOnlyThoseThatAreThere() throws IOException {
    Path file = folder.resolve("preferences.properties");
    Path one = Files.createFile(folder.resolve("one.tiersmith"));
    Path two = Files.createFile(folder.resolve("two.tiersmith"));
    Preferences preferences = new Preferences(file);
    preferences.opened(one);
    preferences.opened(two);
    preferences.opened(one);
    assertThat(new Preferences(file).recentProjects()).containsExactly(one, two);

    Files.delete(one);
    assertThat(new Preferences(file).recentProjects()).containsExactly(two);

    preferences.forget(two);
    assertThat(new Preferences(file).recentProjects()).isEmpty();
    assertThat(two).exists();
  }

  @Test
  void saysOnceAndInOneLineThatItCanNotBeSaved() throws IOException {
    Path file = Files.createFile(folder.resolve("no-folder")).resolve("preferences.properties");
    List<LogRecord> said = new ArrayList<>();
    Logger logger = Logger.getLogger(Preferences.class.getName());
    Filter keep =
        entry -> {
          said.add(entry);
          return false;
        };
    logger.setFilter(keep);
    try {
      Preferences preferences = new Preferences(file);
      preferences.set("theme", "dark");
      preferences.set("theme", "light");
      assertThat(preferences.get("theme", "")).isEqualTo("light");
    } finally {
      logger.setFilter(null);
    }
    assertThat(said)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.getThrown()).isNull();
              assertThat(entry.getMessage()).contains("no-folder").doesNotContain("\n");
            });
  }

  @Test
  void leavesWritingToTheDiskThread() {
    Path file = folder.resolve("preferences.properties");
    List<Runnable> waiting = new ArrayList<>();
    Preferences preferences = new Preferences(file, waiting::add);
    preferences.set("theme", "dark");
    preferences.set("language", "zh");
    assertThat(file).doesNotExist();
    assertThat(preferences.get("theme", "light")).isEqualTo("dark");

    waiting.forEach(Runnable::run);
    assertThat(new Preferences(file).get("theme", "light")).isEqualTo("dark");
    assertThat(new Preferences(file).get("language", "en")).isEqualTo("zh");
  }
}
