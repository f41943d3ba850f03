package org.tiersmith.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of views of tables. */
final class Views {
  private Views() {}

  /** Bounds a database's memory; what needs more is put into the folder. */
  static void limit(Duck duck, String memory, Path folder) {
    duck.run("SET memory_limit = '" + memory + "'");
    duck.run("SET temp_directory = " + Duck.text(folder.resolve("spilled")));
  }

  /** Takes a view's file away, with the log beside it that an interrupted writing leaves. */
  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".wal"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
