package org.tiersmith.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tiersmith.model.Problem;
import org.tiersmith.task.JobContext;

/** Turns a shop's files into the canonical tables; rows that can't be used become rejects. */
public final class Importer {
  private Importer() {}

  /**
   * Imports into a folder: customers, products, events and rejects as Parquet files. Events that
   * name a customer or product which its file lacks are rejected; where there is no such file,
   * customers or products are what the events name.
   *
   * @throws Problem where a whole file can't be used
   */
  public static ImportResult run(RoleMapping mapping, Path outDir, JobContext context) {
    return run(mapping, outDir, PresentData.NONE, context);
  }

  /**
   * As {@link #run(RoleMapping, Path, JobContext)}.
   *
   * @param present what the project has: where the files bring that up to date, events may name the
   *     customers and products that it knows
   */
  public static ImportResult run(
      RoleMapping mapping, Path outDir, PresentData present, JobContext context) {
    if (mapping.events() == null) {
      throw Problem.of(
          "import.no-events",
          "No events file was given. Choose the file that says who bought or saw what, and when.");
    }
    try {
      Files.createDirectories(outDir);
      Path scratch = Files.createTempDirectory(outDir, "import-");
      try (Duck duck = Duck.open(context);
          RejectLog rejects = new RejectLog(scratch)) {
        duck.run("SET temp_directory = " + Duck.text(scratch));
        return new ImportRun(mapping, duck, rejects, scratch, outDir, present, context).run();
      } finally {
        delete(scratch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> inward = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : inward) {
        Files.deleteIfExists(path);
      }
    }
  }
}
