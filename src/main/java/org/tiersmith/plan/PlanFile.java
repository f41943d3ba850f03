package org.tiersmith.plan;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;

/** The place of a {@code plan.csv}. */
public final class PlanFile {

  private PlanFile() {}

  /**
   * Writes a file there; one that is there already is replaced when the new one is whole.
   *
   * @throws Problem when it cannot be written; what was there stays
   */
  static void write(Path file, AtomicFile.Content content) {
    check(file);
    try {
      AtomicFile.write(file, content);
    } catch (IOException e) {
      throw new Problem(
          Text.of(
              "plan.not-written",
              "The plan could not be written to {0} ({1}). Nothing there was changed. Check that"
                  + " the folder may be written to and has room, or choose another.",
              file.toString(),
              cause(e)),
          e);
    }
  }

  /**
   * Refuses places that no plan can be written to.
   *
   * @throws Problem for a folder, what is no ordinary file, and files in folders that aren't there
   */
  public static void check(Path file) {
    if (Files.isDirectory(file)) {
      throw Problem.of(
          "plan.is-folder",
          "{0} is a folder. Name the file to write the plan to. Nothing was written.",
          file.toString());
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw Problem.of(
          "plan.no-file",
          "{0} is not an ordinary file, so it cannot be replaced. Name another file for the plan."
              + " Nothing was written.",
          file.toString());
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw Problem.of(
          "plan.no-folder",
          "There is no folder {0} to write the plan to. Make it, or choose another.",
          String.valueOf(folder));
    }
  }

  /** The kind of failure in words, since some messages of the system are only a path. */
  private static String cause(IOException e) {
    return e instanceof AccessDeniedException ? "access denied" : String.valueOf(e.getMessage());
  }
}
