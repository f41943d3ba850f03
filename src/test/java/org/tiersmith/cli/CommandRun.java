package org.tiersmith.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.tiersmith.service.Preferences;
import org.tiersmith.service.Workbench;
import org.tiersmith.task.SameThreadJobRunner;

/** Runs commands for tests, with preferences and models of their own, and keeps what they print. */
final class CommandRun {
  private final Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  CommandRun(Path folder) {
    this.folder = folder;
  }

  /** The command's exit status; what the one before has printed is forgotten. */
  int command(String... args) {
    out.reset();
    err.reset();
    return Tiersmith.run(args, workbench(), console(), _ -> Tiersmith.OK);
  }

  /** Prints to what {@link #output()} and {@link #errors()} answer. */
  Console console() {
    return new Console(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  /** Makes a small sample shop and imports it. */
  int importSample(Path project) {
    Path shop = folder.resolve("shop");
    command(
        "sample", shop.toString(), "--customers", "40", "--products", "20", "--exposures", "300");
    return command(
        "import",
        project.toString(),
        "--customers",
        shop.resolve("customers.csv").toString(),
        "--products",
        shop.resolve("products.csv").toString(),
        "--events",
        shop.resolve("events.csv").toString());
  }

  Workbench workbench() {
    return new Workbench(
        preferences(), new SameThreadJobRunner((_, _) -> {}), folder.resolve("models"));
  }

  List<Path> recentProjects() {
    return preferences().recentProjects();
  }

  /** What went to stdout. */
  String output() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /** What went to stderr: progress, then a problem's line. */
  String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /** The last line on stderr. */
  String problem() {
    return errors().lines().toList().getLast();
  }

  private Preferences preferences() {
    return new Preferences(folder.resolve("preferences.properties"));
  }
}
