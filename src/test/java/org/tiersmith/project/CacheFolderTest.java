package org.tiersmith.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTest {
  private static final Path HOME = Path.of("home").toAbsolutePath();

  @TempDir private Path folder;

  @Test
  void usesItsPlaceWhereItCanBeMade() {
    Path usual = folder.resolve("deep/cache");
    assertThat(CacheFolder.orMakeshift(usual)).isEqualTo(usual).isDirectory();
  }

  @Test
  void fallsBackToAPrivateFolderWhereItsPlaceCanNotBeMade() throws IOException {
    Path home = Files.createFile(folder.resolve("no-folder"));
    Path makeshift = CacheFolder.orMakeshift(home.resolve("cache"));
    try {
      assertThat(makeshift).isDirectory().isWritable();
      assertThat(CacheFolder.orMakeshift(home.resolve("cache"))).isEqualTo(makeshift);
      if (makeshift.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(makeshift)))
            .isEqualTo("rwx------");
      }
    } finally {
      Files.delete(makeshift);
    }
  }

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
