package org.tiersmith.app;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;
import org.tiersmith.cli.Console;
import org.tiersmith.cli.Tiersmith;
import org.tiersmith.service.Preferences;
import org.tiersmith.service.Workbench;
import org.tiersmith.task.SameThreadJobRunner;

/** Starts Tiersmith: the workbench, or one of its commands. */
public final class Main {
  /** Held here, for logging forgets the settings of a logger that nobody holds. */
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private static final Logger DJL = Logger.getLogger("ai.djl");

  private Main() {}

  public static void main(String[] args) {
    // On a machine without a GPU the engine warns of that at every step it takes.
    DJL.setLevel(Level.SEVERE);
    Console console = new Console(System.out, System.err);
    Workbench workbench =
        new Workbench(
            new Preferences(Preferences.usualFile()),
            new SameThreadJobRunner(
                (job, failure) -> console.failure(job.title().english(), failure)),
            Folders.models());
    System.exit(Tiersmith.run(args, workbench, console, Main::openWindow));
  }

  private static int openWindow(@Nullable Path project) {
    if (!Display.isPresent()) {
      return Display.sayMissing();
    }
    // JavaFX warns of every start from a class path, which is how this program is meant to start.
    JAVAFX.setFilter(entry -> !entry.getMessage().startsWith("Unsupported JavaFX configuration"));
    Application.launch(
        WorkbenchApp.class, project == null ? new String[0] : new String[] {project.toString()});
    return Tiersmith.OK;
  }
}
