package org.tiersmith.service;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Names and versions of the programs that make a result, for its provenance. */
public final class Versions {
  private Versions() {}

  /** The program's own version, {@code dev} when run from class files. */
  public static String tiersmith() {
    @Nullable String version = Versions.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }

  static Map<String, String> all() {
    Map<String, String> versions = new TreeMap<>();
    versions.put("tiersmith", tiersmith());
    versions.put("java", System.getProperty("java.version", "?"));
    versions.put(
        "os", System.getProperty("os.name", "?") + " " + System.getProperty("os.arch", "?"));
    return versions;
  }
}
