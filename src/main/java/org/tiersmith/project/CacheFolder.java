package org.tiersmith.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where artifacts are laid out: things that can be made again from project files at any time. */
public final class CacheFolder {
  private static final System.Logger LOG = System.getLogger(CacheFolder.class.getName());

  /** System property that names another folder. */
  public static final String PROPERTY = "tiersmith.cache";

  private static @Nullable Path makeshift;

  private CacheFolder() {}

  /**
   * The folder named by {@value #PROPERTY}, else Tiersmith's in the user's cache folder. Where that
   * one can't be written, a folder of this process under the temporary folder.
   */
  public static Path standard() {
    String named = System.getProperty(PROPERTY);
    return named == null
        ? orMakeshift(
            of(
                System.getProperty("os.name"),
                Path.of(System.getProperty("user.home")),
                System.getenv("LOCALAPPDATA"),
                System.getenv("XDG_CACHE_HOME")))
        : Path.of(named);
  }

  /** The folder itself where it can be written, else the one under the temporary folder. */
  static Path orMakeshift(Path folder) {
    try {
      createPrivate(folder);
      if (Files.isWritable(folder)) {
        return folder;
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "The cache folder can not be made", e);
    }
    return makeshift();
  }

  /** Removed by a later process, see {@link TemporaryFolders}. */
  private static synchronized Path makeshift() {
    if (makeshift == null || !Files.isDirectory(makeshift)) {
      try {
        makeshift = TemporaryFolders.make();
      } catch (IOException e) {
        throw ProjectProblems.cache(Path.of(System.getProperty("java.io.tmpdir")), e);
      }
    }
    return makeshift;
  }

  /** Makes a folder into which only its owner may look: its files hold customer data. */
  static void createPrivate(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
  }

  static Path of(String os, Path home, @Nullable String localAppData, @Nullable String xdgCache) {
    String system = os.toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      Path local =
          localAppData == null ? home.resolve("AppData").resolve("Local") : Path.of(localAppData);
      return local.resolve("Tiersmith").resolve("Cache");
    }
    if (system.startsWith("mac")) {
      return home.resolve("Library").resolve("Caches").resolve("Tiersmith");
    }
    // The XDG rules say that a relative path counts as none.
    boolean given = xdgCache != null && Path.of(xdgCache).isAbsolute();
    return (given ? Path.of(xdgCache) : home.resolve(".cache")).resolve("tiersmith");
  }
}
