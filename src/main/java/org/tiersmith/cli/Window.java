package org.tiersmith.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens the workbench; the command line knows no more of it. */
@FunctionalInterface
public interface Window {

  /**
   * Shows the workbench and returns when it was closed.
   *
   * @param project the project to open, or null for the last screen of all: Home
   * @return the exit status
   */
  int open(@Nullable Path project);
}
