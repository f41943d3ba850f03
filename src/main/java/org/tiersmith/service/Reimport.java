package org.tiersmith.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.ChangeReport;
import org.tiersmith.data.FileMapping;
import org.tiersmith.data.ImportResult;
import org.tiersmith.data.NewParts;
import org.tiersmith.data.PresentData;
import org.tiersmith.data.PseudonymKey;
import org.tiersmith.data.QualityReport;
import org.tiersmith.data.RejectUpdate;
import org.tiersmith.data.RoleMapping;
import org.tiersmith.data.TableUpdate;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Problem;
import org.tiersmith.project.Dataset;
import org.tiersmith.task.JobContext;

/** What a newer import makes of the data that a project has. */
final class Reimport {
  private final ImportUseCase data;
  private final RoleMapping mapping;
  private final boolean update;
  private final @Nullable Dataset latest;
  private final @Nullable RoleMapping before;

  Reimport(ImportUseCase data, @Nullable Dataset latest, RoleMapping mapping, boolean update) {
    this.data = data;
    this.mapping = mapping;
    this.update = update;
    this.latest = latest;
    this.before = latest == null ? null : Json.read(latest.mapping(), RoleMapping.class);
    requireSameHiding();
  }

  /** The tables to keep, and what they changed. */
  record Outcome(ImportResult result, @Nullable ChangeReport changes) {}

  /** Whether the present data's customers are pseudonyms. */
  boolean isPseudonymised() {
    return before != null && before.privacy().pseudonymise();
  }

  /** What the import of the newer files may know of the present data. */
  PresentData present(@Nullable PseudonymKey key) {
    return new PresentData(
        key,
        latest == null ? null : data.tables(),
        rejects(),
        update && latest != null,
        isPseudonymised() && mapping.privacy().pseudonymise());
  }

  Outcome with(ImportResult fresh, Path folder, JobContext context) {
    if (latest == null || before == null) {
      return new Outcome(fresh, null);
    }
    boolean oldIds = namesEvents(before) || data.changes().map(ChangeReport::update).orElse(false);
    if (!update) {
      return new Outcome(
          fresh, TableUpdate.compare(data.tables(), fresh.tables(), oldIds, context));
    }
    try {
      Path merged = Files.createDirectories(folder.resolve("merged"));
      ChangeReport changes =
          TableUpdate.merge(
              data.tables(), fresh.tables(), NewParts.of(mapping), oldIds, merged, context);
      return new Outcome(updated(fresh, latest, merged, changes, context), changes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ImportResult updated(
      ImportResult fresh, Dataset latest, Path merged, ChangeReport changes, JobContext context) {
    Path old = rejects();
    RejectUpdate rejects =
        old == null
            ? new RejectUpdate(fresh.rejects(), fresh.rejected(), fresh.quality())
            : RejectUpdate.of(
                old, Json.read(latest.quality(), QualityReport.class), fresh, merged, context);
    long[] rows =
        changes.tables().stream()
            .mapToLong(t -> t.added() + t.changed() + t.unchanged() + t.oldOnly())
            .toArray();
    return new ImportResult(
        Tables.in(merged),
        rejects.rejects(),
        rows[0],
        rows[1],
        rows[2],
        rejects.rows(),
        rejects.quality(),
        null);
  }

  private @Nullable Path rejects() {
    return latest == null || latest.files().rejects() == null
        ? null
        : data.table(DataTable.REJECTS);
  }

  /**
   * A project keeps its earlier imports: names beside pseudonyms would tell who is behind them, and
   * no customer would be found again.
   */
  private void requireSameHiding() {
    if (before != null && before.privacy().pseudonymise() != mapping.privacy().pseudonymise()) {
      throw Problem.of(
          "import.other-hiding",
          "This project {0,choice,0#names its customers|1#holds pseudonyms} and the new files"
              + " would {1,choice,0#name them|1#hide them}. It keeps its earlier data, so it would"
              + " tell who is behind which pseudonym. Nothing was changed; choose the same as"
              + " before, or import these files into a new project.",
          before.privacy().pseudonymise() ? 1 : 0,
          mapping.privacy().pseudonymise() ? 1 : 0);
    }
  }

  private static boolean namesEvents(RoleMapping mapping) {
    FileMapping events = mapping.events();
    return events != null && events.columns().containsKey("event_id");
  }
}
