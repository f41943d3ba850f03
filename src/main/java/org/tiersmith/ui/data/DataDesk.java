package org.tiersmith.ui.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tiersmith.data.Distribution;
import org.tiersmith.data.ImportRules;
import org.tiersmith.data.RejectRows;
import org.tiersmith.data.RoleMapping;
import org.tiersmith.data.TableQuery;
import org.tiersmith.data.TableRows;
import org.tiersmith.service.DataTable;
import org.tiersmith.service.DatasetView;
import org.tiersmith.service.FilesLook;
import org.tiersmith.service.ProjectChange;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.task.JobContext;

/** What the data screen needs of a project; called on background threads. */
interface DataDesk {

  /** What making a mapping needs. */
  MappingDesk mapping();

  /** What is in files, folders and archives, and what it seems to be. */
  FilesLook look(List<Path> handedIn, JobContext context);

  /**
   * Imports the files and remembers what was confirmed of their columns.
   *
   * @param update whether they bring the present data up to date instead of replacing it
   */
  DatasetView importFiles(RoleMapping mapping, boolean update, JobContext context);

  /** Imports the present data's files once more, by other rules. */
  DatasetView importAgain(ImportRules rules, JobContext context);

  Optional<DatasetView> current();

  /** How many rows of which file were left out for which reason. */
  List<RejectRows.Count> rejects(JobContext context);

  /** The cells of a row left out, as the table of them keeps them; may be called anywhere. */
  List<String> rejectedCells(String kept);

  /** Writes the rejected rows as CSV, to be mended and imported again; gives the files written. */
  List<Path> exportRejects(Path csv, JobContext context);

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
      public MappingDesk mapping() {
        return MappingDesk.of(session.data());
      }

      @Override
      public FilesLook look(List<Path> handedIn, JobContext context) {
        return session.data().look(handedIn, context);
      }

      @Override
      public DatasetView importAgain(ImportRules rules, JobContext context) {
        return session.data().importAgain(rules, context);
      }

      @Override
      public DatasetView importFiles(RoleMapping mapping, boolean update, JobContext context) {
        DatasetView imported = session.data().importFiles(mapping, update, context);
        session.data().remember(mapping);
        return imported;
      }

      @Override
      public Optional<DatasetView> current() {
        return session.data().current();
      }

      @Override
      public List<RejectRows.Count> rejects(JobContext context) {
        return session.data().rejects(context);
      }

      @Override
      public List<String> rejectedCells(String kept) {
        return session.data().rejectedCells(kept);
      }

      @Override
      public List<Path> exportRejects(Path csv, JobContext context) {
        return session.data().exportRejects(csv, context);
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
