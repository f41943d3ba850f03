package org.tiersmith.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.ChangeReport;
import org.tiersmith.data.FileMapping;
import org.tiersmith.data.ImportResult;
import org.tiersmith.data.RoleMapping;
import org.tiersmith.data.TableKind;
import org.tiersmith.data.TableUpdate;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Problem;
import org.tiersmith.project.Dataset;
import org.tiersmith.project.ProjectFile;
import org.tiersmith.task.JobContext;

/** What a newer import makes of the data that a project has. */
final class Reimport {
  private final ImportUseCase data;
  private final RoleMapping mapping;
  private final boolean update;
  private final @Nullable RoleMapping before;

  Reimport(ImportUseCase data, ProjectFile project, RoleMapping mapping, boolean update) {
    this.data = data;
    this.mapping = mapping;
    this.update = update;
    Optional<Dataset> latest = project.datasets().latest();
    this.before = latest.map(d -> Json.read(d.mapping(), RoleMapping.class)).orElse(null);
    requireSameHiding();
  }

  /** The tables to keep, and what they changed. */
  record Outcome(ImportResult result, @Nullable ChangeReport changes) {}

  /** Whether the present data's customers are pseudonyms. */
  boolean isPseudonymised() {
    return before != null && before.privacy().pseudonymise();
  }

  Outcome with(ImportResult fresh, Path folder, JobContext context) {
    if (before == null) {
      return new Outcome(fresh, null);
    }
    boolean eventIds = namesEvents(before) && namesEvents(mapping);
    if (!update && before.privacy().pseudonymise() != mapping.privacy().pseudonymise()) {
      // No customer would be found again, and examples would tell who is behind a pseudonym.
      return new Outcome(fresh, null);
    }
    if (!update) {
      return new Outcome(
          fresh, TableUpdate.compare(data.tables(), fresh.tables(), eventIds, context));
    }
    try {
      Path merged = Files.createDirectories(folder.resolve("merged"));
      ChangeReport changes =
          TableUpdate.merge(data.tables(), fresh.tables(), derived(), eventIds, merged, context);
      return new Outcome(counted(fresh, Tables.in(merged), changes), changes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The tables that have no file of their own. */
  private Set<TableKind> derived() {
    Set<TableKind> derived = EnumSet.noneOf(TableKind.class);
    for (TableKind kind : TableKind.values()) {
      if (mapping.of(kind) == null) {
        derived.add(kind);
      }
    }
    return derived;
  }

  private static ImportResult counted(ImportResult fresh, Tables tables, ChangeReport changes) {
    long[] rows =
        changes.tables().stream()
            .mapToLong(t -> t.added() + t.changed() + t.unchanged() + t.oldOnly())
            .toArray();
    return new ImportResult(
        tables, fresh.rejects(), rows[0], rows[1], rows[2], fresh.rejected(), fresh.quality());
  }

  private void requireSameHiding() {
    if (update
        && before != null
        && before.privacy().pseudonymise() != mapping.privacy().pseudonymise()) {
      throw Problem.of(
          "update.privacy",
          "The present data {0,choice,0#names its customers|1#holds pseudonyms} and the new files"
              + " would {1,choice,0#name them|1#hide them}, so no customer would be found again."
              + " Nothing was changed; choose the same for both, or replace the data.",
          before.privacy().pseudonymise() ? 1 : 0,
          mapping.privacy().pseudonymise() ? 1 : 0);
    }
  }

  private static boolean namesEvents(RoleMapping mapping) {
    FileMapping events = mapping.events();
    return events != null && events.columns().containsKey("event_id");
  }
}
