package org.tiersmith.app;

import java.nio.file.Path;

/** Where the program looks for what is not in its libraries. */
final class Folders {
  private Folders() {}

  /** Further base encoders: {@code -Dtiersmith.models}, else {@code models} in the work folder. */
  static Path models() {
    return Path.of(System.getProperty("tiersmith.models", "models"));
  }
}
