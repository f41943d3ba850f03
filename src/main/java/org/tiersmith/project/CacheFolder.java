package org.tiersmith.project;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where artifacts are laid out: things that can be made again from project files at any time. */
public final class CacheFolder {
  /** System property that names another folder. */
  public static final String PROPERTY = "tiersmith.cache";

  private CacheFolder() {}

  /** The folder named by {@value #PROPERTY}, else Tiersmith's in the user's cache folder. */
  public static Path standard() {
    String named = System.getProperty(PROPERTY);
    return named == null
        ? of(
            System.getProperty("os.name"),
            Path.of(System.getProperty("user.home")),
            System.getenv("LOCALAPPDATA"),
            System.getenv("XDG_CACHE_HOME"))
        : Path.of(named);
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
