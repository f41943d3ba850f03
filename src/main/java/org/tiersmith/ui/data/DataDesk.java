package org.tiersmith.ui.data;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.tiersmith.data.Distribution;
import org.tiersmith.data.FileMapping;
import org.tiersmith.data.FilePreview;
import org.tiersmith.data.RoleMapping;
import org.tiersmith.data.TableKind;
import org.tiersmith.data.TableQuery;
import org.tiersmith.data.TableRows;
import org.tiersmith.service.DataTable;
import org.tiersmith.service.DatasetView;
import org.tiersmith.service.ProjectChange;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.task.JobContext;

/** What the data screen needs of a project; called on background threads. */
interface DataDesk {

  FilePreview preview(Path file);

  /** What the file's columns seem to mean, if it holds that kind of rows. */
  FileMapping guess(TableKind kind, Path file);

  DatasetView importFiles(RoleMapping mapping, JobContext context);

  Optional<DatasetView> current();

  /** Works out which rows a query leaves, and how many. */
  long prepare(DataTable table, TableQuery query, JobContext context);

  TableRows rows(DataTable table, TableQuery query, long offset, int limit, JobContext context);

  Distribution distribution(DataTable table, TableQuery query, String column, JobContext context);

  /** Calls the listener on each change of the project, on any thread; run the result to stop. */
  Runnable listen(Consumer<ProjectChange> listener);

  /** The desk of an open project. */
  static DataDesk of(ProjectSession session) {
    return new DataDesk() {
      @Override
      public FilePreview preview(Path file) {
        return session.data().preview(file);
      }

      @Override
      public FileMapping guess(TableKind kind, Path file) {
        RoleMapping guess =
            session
                .data()
                .guess(
                    kind == TableKind.CUSTOMERS ? file : null,
                    kind == TableKind.PRODUCTS ? file : null,
                    kind == TableKind.EVENTS ? file : null);
        FileMapping mapping = guess.of(kind);
        return mapping == null ? FileMapping.of(file, java.util.Map.of()) : mapping;
      }

      @Override
      public DatasetView importFiles(RoleMapping mapping, JobContext context) {
        return session.data().importFiles(mapping, context);
      }

      @Override
      public Optional<DatasetView> current() {
        return session.data().current();
      }

      @Override
      public long prepare(DataTable table, TableQuery query, JobContext context) {
        return session.data().prepare(table, query, context);
      }

      @Override
      public TableRows rows(
          DataTable table, TableQuery query, long offset, int limit, JobContext context) {
        return session.data().rows(table, query, offset, limit, context);
      }

      @Override
      public Distribution distribution(
          DataTable table, TableQuery query, String column, JobContext context) {
        return session.data().distribution(table, query, column, context);
      }

      @Override
      public Runnable listen(Consumer<ProjectChange> listener) {
        return session.events().listen(listener);
      }
    };
  }
}
