package org.tiersmith.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CacheFolderTest {
  private static final Path HOME = Path.of("home").toAbsolutePath();

  @Test
  void followsTheCustomOfEachSystem() {
    assertThat(CacheFolder.of("Linux", HOME, null, null))
        .isEqualTo(HOME.resolve(".cache/tiersmith"));
    assertThat(CacheFolder.of("Linux", HOME, null, HOME.resolve("fast").toString()))
        .isEqualTo(HOME.resolve("fast/tiersmith"));
    assertThat(CacheFolder.of("Linux", HOME, null, "relative"))
        .isEqualTo(HOME.resolve(".cache/tiersmith"));
    assertThat(CacheFolder.of("Mac OS X", HOME, null, null))
        .isEqualTo(HOME.resolve("Library/Caches/Tiersmith"));
    assertThat(CacheFolder.of("Windows 11", HOME, HOME.resolve("local").toString(), null))
        .isEqualTo(HOME.resolve("local/Tiersmith/Cache"));
    assertThat(CacheFolder.of("Windows 11", HOME, null, null))
        .isEqualTo(HOME.resolve("AppData/Local/Tiersmith/Cache"));
  }
}
