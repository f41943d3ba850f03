package org.tiersmith.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.ChangeReport;
import org.tiersmith.data.Finding;
import org.tiersmith.data.RoleMapping;
import org.tiersmith.data.SkippedFile;
import org.tiersmith.model.Problem;
import org.tiersmith.project.RowCounts;
import org.tiersmith.service.DatasetView;
import org.tiersmith.service.FilesLook;
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
      names = "--files",
      paramLabel = "PATH",
      arity = "1..*",
      description = "files, folders and archives; what each of their tables holds is guessed")
  private List<Path> files = List.of();

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

  @Option(
      names = "--update",
      description = "bring the present data up to date: rows that only it has stay")
  private boolean update;

  @Option(
      names = "--rejects",
      paramLabel = "OUT.csv",
      description = "write the rejected rows there, to be mended and imported again")
  private @Nullable Path rejects;

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
      FilesLook look = files.isEmpty() ? null : session.data().look(files, context.part(0, 0.1));
      RoleMapping roles = look == null ? named(session) : look.guess().mapping();
      session
          .data()
          .checkOutputs(
              Stream.of(saved, rejects).filter(Objects::nonNull).toList(), roles, handedIn(look));
      DatasetView dataset = session.data().importFiles(roles, update, context);
      if (saved != null) {
        session.data().saveMapping(roles, saved);
      }
      List<Path> written =
          rejects == null ? List.of() : session.data().exportRejects(rejects, context);
      return result(dataset, session.data().changes(), written, look);
    } finally {
      if (made && session.data().current().isEmpty()) {
        workbench.discard(session);
      }
    }
  }

  /** What was named or found; a mapping that lies among the files may be written anew. */
  private List<Path> handedIn(@Nullable FilesLook look) {
    List<Path> all = new ArrayList<>(files);
    if (mapping != null) {
      all.add(mapping);
    }
    if (look != null) {
      Stream.concat(look.guess().unused().stream(), look.skipped().stream().map(SkippedFile::path))
          .filter(file -> !file.toString().endsWith(".json"))
          .forEach(all::add);
    }
    return all;
  }

  private RoleMapping named(ProjectSession session) {
    return mapping == null
        ? session.data().guess(customers, products, events)
        : session.data().mapping(mapping).withFiles(customers, products, events);
  }

  private static void passedOver(FilesLook look, Map<String, Object> json, List<String> lines) {
    List<String> skipped = new ArrayList<>();
    look.skipped().forEach(file -> skipped.add(file.path() + ": " + file.why().english()));
    look.guess().unused().forEach(file -> skipped.add(file + ": no use was found for it"));
    json.put("skipped", skipped);
    skipped.forEach(line -> lines.add("  passed over " + line));
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
    folder = rejects == null ? null : missingFolder(rejects);
    if (folder != null) {
      throw Problem.of(
          "cli.missing-rejects-folder",
          "There is no folder {0} to write the rejected rows to. Nothing was imported; make the"
              + " folder, or choose another place.",
          folder.toString());
    }
  }

  private static @Nullable Path missingFolder(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null || Files.isDirectory(folder) ? null : folder;
  }

  private void requireFiles() {
    boolean named = customers != null || products != null || events != null || mapping != null;
    if (named && !files.isEmpty()) {
      throw Problem.of(
          "cli.files-alone",
          "--files guesses what each file holds, so it can't be used with --customers, --products,"
              + " --events or --mapping. Nothing was changed.");
    }
    if (!named && files.isEmpty()) {
      throw Problem.of(
          "cli.no-files",
          "Nothing to import: name at least --events FILE, --mapping M.json or --files PATH."
              + " Nothing was changed.");
    }
  }

  private static Result result(
      DatasetView dataset,
      Optional<ChangeReport> changes,
      List<Path> written,
      @Nullable FilesLook look) {
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
    changes.ifPresent(report -> changes(report, json, lines));
    written.forEach(file -> lines.add("  rejected rows in " + file));
    if (look != null) {
      passedOver(look, json, lines);
    }
    return new Result(json, lines);
  }

  private static void changes(ChangeReport report, Map<String, Object> json, List<String> lines) {
    json.put("changes", report);
    for (ChangeReport.TableChange table : report.tables()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %s: %,d added, %,d changed, %,d unchanged, %,d %s",
              table.table(),
              table.added(),
              table.changed(),
              table.unchanged(),
              table.oldOnly(),
              report.update() ? "kept" : "gone"));
    }
  }
}
