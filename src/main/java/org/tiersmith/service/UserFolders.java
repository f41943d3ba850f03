package org.tiersmith.service;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where this user's files belong, by the customs of the operating system. */
public final class UserFolders {
  private UserFolders() {}

  /** The folder for settings; it may not exist yet. {@code -Dtiersmith.config} overrides it. */
  public static Path configuration() {
    @Nullable String override = System.getProperty("tiersmith.config");
    if (override != null) {
      return Path.of(override);
    }
    Path home = home();
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (os.contains("win")) {
      return environment("APPDATA", home.resolve("AppData/Roaming")).resolve("Tiersmith");
    }
    if (os.contains("mac")) {
      return home.resolve("Library/Application Support/Tiersmith");
    }
    return environment("XDG_CONFIG_HOME", home.resolve(".config")).resolve("tiersmith");
  }

  /** The folder where new projects go unless the person says otherwise. */
  public static Path projects() {
    @Nullable String override = System.getProperty("tiersmith.projects");
    return override != null ? Path.of(override) : home().resolve("Tiersmith");
  }

  private static Path home() {
    return Path.of(System.getProperty("user.home", "."));
  }

  private static Path environment(String variable, Path otherwise) {
    @Nullable String value = System.getenv(variable);
    return value == null || value.isBlank() ? otherwise : Path.of(value);
  }
}
