package org.tiersmith.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.tiersmith.service.Json;
import org.tiersmith.task.JobContext;
import org.tiersmith.task.Progress;

/** Where a command writes: results to stdout, progress and problems to stderr. */
public final class Console {
  private static final long SAME_STAGE_EVERY_NANOS = 2_000_000_000L;

  private final PrintStream out;
  private final PrintStream err;
  private String lastStage = "";
  private String lastText = "";
  private long lastShown;

  public Console(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Prints a line for a person. */
  void line(String line) {
    out.println(line);
  }

  /** Prints one JSON object for a script. */
  void json(Map<String, ? extends @Nullable Object> object) {
    out.println(Json.write(object));
  }

  /** Prints one line that says what is wrong. */
  void problem(String message) {
    err.println("tiersmith: " + message.replaceAll("\\s*\\R\\s*", " "));
  }

  /** Prints one line about a failure of the program itself. */
  public void failure(String what, Throwable failure) {
    problem(what + ": something went wrong that should not have: " + failure);
  }

  /**
   * A context whose progress goes to stderr, a line a stage, and one every two seconds within a
   * long stage.
   */
  JobContext context(BooleanSupplier cancelled) {
    return new JobContext(this::show, cancelled);
  }

  private synchronized void show(Progress progress) {
    String text = progress.text().english();
    long now = System.nanoTime();
    boolean newStage = !progress.text().key().equals(lastStage);
    if (newStage || (!text.equals(lastText) && now - lastShown > SAME_STAGE_EVERY_NANOS)) {
      lastStage = progress.text().key();
      lastText = text;
      lastShown = now;
      String share =
          progress.fraction() < 0
              ? "     "
              : String.format("%3d %%", Math.round(100 * progress.fraction()));
      err.println(share + "  " + text);
    }
  }
}
