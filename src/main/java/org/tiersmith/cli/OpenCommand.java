package org.tiersmith.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tiersmith.model.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Opens the workbench on a project. */
@Command(name = "open", description = "Opens the workbench on a project.")
final class OpenCommand implements Callable<Integer> {
  private final Window window;

  @Parameters(paramLabel = "PROJECT", description = "the project file")
  private Path project = Path.of("");

  OpenCommand(Window window) {
    this.window = window;
  }

  @Override
  public Integer call() {
    if (Files.isDirectory(project)) {
      throw Problem.of("cli.folder", "{0} is a folder; name the project file.", project.toString());
    }
    if (!Files.isRegularFile(project)) {
      throw Problem.of("project.not-found", "There is no project file {0}.", project.toString());
    }
    return window.open(project);
  }
}
