package org.tiersmith.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.Finding;
import org.tiersmith.data.RoleMapping;
import org.tiersmith.model.Problem;
import org.tiersmith.project.RowCounts;
import org.tiersmith.service.DatasetView;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.service.Workbench;
import org.tiersmith.task.JobContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Imports a shop's files. */
@Command(name = "import", description = "Imports a shop's files; the project is made when missing.")
final class ImportCommand extends ProjectCommand {
  @Option(names = "--customers", paramLabel = "F", description = "customers file")
  private @Nullable Path customers;

  @Option(names = "--products", paramLabel = "F", description = "products file")
  private @Nullable Path products;

  @Option(names = "--events", paramLabel = "F", description = "events file; alone it suffices")
  private @Nullable Path events;

  @Option(
      names = "--mapping",
      paramLabel = "M.json",
      description = "which column plays which role; guessed without")
  private @Nullable Path mapping;

  @Option(
      names = "--save-mapping",
      paramLabel = "OUT.json",
      description = "write the mapping that was used, for --mapping")
  private @Nullable Path saved;

  private final Workbench workbench;
  private boolean made;

  ImportCommand(Workbench workbench, Console console, Interrupts interrupts) {
    super(workbench, console, interrupts);
    this.workbench = workbench;
  }

  @Override
  ProjectSession open(Workbench bench, Path file) {
    requireFiles();
    requireFolders(file);
    made = !Files.exists(file);
    return bench.openOrCreate(file);
  }

  @Override
  Result work(ProjectSession session, JobContext context) {
    try {
      RoleMapping roles =
          mapping == null
              ? session.data().guess(customers, products, events)
              : session.data().mapping(mapping).withFiles(customers, products, events);
      DatasetView dataset = session.data().importFiles(roles, context);
      if (saved != null) {
        session.data().saveMapping(roles, saved);
      }
      return result(dataset);
    } finally {
      if (made && session.data().current().isEmpty()) {
        workbench.discard(session);
      }
    }
  }

  /** A folder that is not there is a slip of the pen more often than a wish. */
  private void requireFolders(Path file) {
    Path folder = missingFolder(file);
    if (folder != null) {
      throw Problem.of(
          "cli.missing-folder",
          "There is no folder {0} to make the project in. Nothing was imported; make the folder, or"
              + " choose another place.",
          folder.toString());
    }
    folder = saved == null ? null : missingFolder(saved);
    if (folder != null) {
      throw Problem.of(
          "cli.missing-mapping-folder",
          "There is no folder {0} to write the mapping to. Nothing was imported; make the folder,"
              + " or choose another place.",
          folder.toString());
    }
  }

  private static @Nullable Path missingFolder(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null || Files.isDirectory(folder) ? null : folder;
  }

  private void requireFiles() {
    if (customers == null && products == null && events == null && mapping == null) {
      throw Problem.of(
          "cli.no-files",
          "Nothing to import: name at least --events FILE, or --mapping M.json. Nothing was"
              + " changed.");
    }
  }

  private static Result result(DatasetView dataset) {
    RowCounts counts = dataset.counts();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("customers", counts.customers());
    json.put("products", counts.products());
    json.put("events", counts.events());
    json.put("rejected", counts.rejected());
    json.put("language", dataset.language());
    List<String> lines = new ArrayList<>();
    lines.add(
        String.join(
                ", ",
                Counts.of(counts.customers(), "customer"),
                Counts.of(counts.products(), "product"),
                Counts.of(counts.events(), "event"))
            + "; "
            + Counts.of(counts.rejected(), "row")
            + " rejected");
    for (Finding finding : dataset.quality().findings()) {
      lines.add("  " + finding.text().english());
    }
    return new Result(json, lines);
  }
}
