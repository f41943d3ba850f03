package org.tiersmith.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tiersmith.model.Problem;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.service.Workbench;
import org.tiersmith.task.JobContext;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * A command that works on a project. Ctrl+C asks the work to stop at its next safe point, so that
 * what was kept is saved and the file is closed in order.
 */
abstract class ProjectCommand implements Callable<Integer> {
  private final Workbench workbench;
  private final Console console;
  private final Interrupts interrupts;

  @Parameters(paramLabel = "PROJECT", description = "the project file")
  private Path project = Path.of("");

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  ProjectCommand(Workbench workbench, Console console, Interrupts interrupts) {
    this.workbench = workbench;
    this.console = console;
    this.interrupts = interrupts;
  }

  @Override
  public final Integer call() throws Exception {
    if (project.getFileName() == null || project.toString().isBlank()) {
      throw Problem.of("cli.no-project", "\"{0}\" names no project file.", project.toString());
    }
    interrupts.arm();
    try (ProjectSession session = open(workbench, project)) {
      Result result = work(session, console.context(interrupts::isStop));
      if (json) {
        console.json(result.json());
      } else {
        result.lines().forEach(console::line);
      }
      return Tiersmith.OK;
    }
  }

  /** Where the command writes. */
  final Console console() {
    return console;
  }

  /** Opens the project; by default one that exists. */
  ProjectSession open(Workbench bench, Path file) {
    return bench.open(file);
  }

  /** Does the command's work. */
  abstract Result work(ProjectSession session, JobContext context) throws Exception;
}
