package org.tiersmith.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tiersmith.cli.Console;
import org.tiersmith.cli.Tiersmith;
import org.tiersmith.service.Preferences;
import org.tiersmith.service.Workbench;
import org.tiersmith.task.SameThreadJobRunner;

/** Starts Tiersmith: the workbench, or one of its commands. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Console console = new Console(System.out, System.err);
    Workbench workbench =
        new Workbench(
            new Preferences(Preferences.usualFile()),
            new SameThreadJobRunner(
                (job, failure) -> console.failure(job.title().english(), failure)),
            modelsFolder());
    System.exit(Tiersmith.run(args, workbench, console, Main::openWindow));
  }

  private static int openWindow(@Nullable Path project) {
    return Display.isPresent() ? Tiersmith.FAILED : Display.sayMissing();
  }

  /** Further base encoders: beside the program's libraries, or in the working folder. */
  private static Path modelsFolder() {
    return Path.of(System.getProperty("tiersmith.models", "models"));
  }
}
