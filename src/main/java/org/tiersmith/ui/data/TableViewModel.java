package org.tiersmith.ui.data;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.Distribution;
import org.tiersmith.data.TableQuery;
import org.tiersmith.data.TableRows;
import org.tiersmith.model.Text;
import org.tiersmith.service.DataTable;
import org.tiersmith.task.Job;
import org.tiersmith.task.JobContext;
import org.tiersmith.task.JobHandle;
import org.tiersmith.ui.kit.LatestReading;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.RowSource;
import org.tiersmith.ui.kit.Tasks;

/** Which imported table is looked at, its columns, its rows, and one column's distribution. */
final class TableViewModel {
  private static final Text READ = Text.of("ui.data.read", "Reading the table");

  private final DataDesk desk;
  private final Tasks tasks;
  private final ObjectProperty<DataTable> table =
      new SimpleObjectProperty<>(this, "table", DataTable.EVENTS);
  private final ObjectProperty<Boolean> facts = new SimpleObjectProperty<>(this, "facts", false);
  private final ReadOnlyObjectWrapper<@Nullable TableRows> head =
      new ReadOnlyObjectWrapper<>(this, "head");
  private final ReadOnlyObjectWrapper<@Nullable Distribution> distribution =
      new ReadOnlyObjectWrapper<>(this, "distribution");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
  private final TableFilter filter;
  private final LatestReading<TableRows> heads;
  private final LatestReading<Distribution> distributions;
  private @Nullable Preparation preparation;
  private long question;
  private @Nullable String column;

  /** The rows of a query, being worked out. */
  private record Preparation(
      DataTable table, TableQuery query, JobHandle<Long> job, CompletableFuture<Long> rows) {}

  TableViewModel(DataDesk desk, Tasks tasks, Notices notices) {
    this.desk = desk;
    this.tasks = tasks;
    heads = new LatestReading<>(tasks, notices, READ, this::show);
    distributions = new LatestReading<>(tasks, notices, READ, distribution::set);
    filter = new TableFilter();
    filter.queryProperty().subscribe(query -> readDistribution());
    table.addListener((source, before, now) -> read());
  }

  ObjectProperty<DataTable> tableProperty() {
    return table;
  }

  /** Whether facts about the table's columns are seen in place of its rows. */
  ObjectProperty<Boolean> factsProperty() {
    return facts;
  }

  /** What a person has written to leave rows out. */
  TableFilter filter() {
    return filter;
  }

  /** Whether an order or a filter is being worked out. */
  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** The first rows with the names of the columns; null while they are being read. */
  ReadOnlyObjectProperty<@Nullable TableRows> headProperty() {
    return head.getReadOnlyProperty();
  }

  /** How the values of the chosen column are spread; null while none is chosen. */
  ReadOnlyObjectProperty<@Nullable Distribution> distributionProperty() {
    return distribution.getReadOnlyProperty();
  }

  /** Reads the table anew, as after an import. */
  void read() {
    DataTable shown = table.get();
    head.set(null);
    column = null;
    cancel();
    filter.clear();
    distributions.forget();
    distribution.set(null);
    heads.ask(context -> desk.rows(shown, TableQuery.ALL, 0, 20, context));
  }

  private void show(TableRows rows) {
    head.set(rows);
    rows.columns().stream()
        .filter(name -> !name.endsWith("_id"))
        .findFirst()
        .ifPresent(this::showColumn);
  }

  /** Shows how the values of a column of the present table are spread. */
  void showColumn(String name) {
    column = name;
    readDistribution();
  }

  private void readDistribution() {
    String name = column;
    if (name != null) {
      DataTable shown = table.get();
      TableQuery query = filter.queryProperty().get();
      distributions.ask(context -> desk.distribution(shown, query, name, context));
    }
  }

  /** Gives up the order or filter that is being worked out; what was shown stays. */
  void cancel() {
    if (preparation != null) {
      preparation.job().cancel();
      preparation = null;
      busy.set(false);
    }
  }

  void close() {
    cancel();
    heads.forget();
    distributions.forget();
  }

  /** The rows of the present table that the present filter leaves. */
  RowSource<List<String>> rows() {
    DataTable shown = table.get();
    TableQuery filtered = filter.queryProperty().get();
    return new RowSource<>() {
      @Override
      public CompletionStage<Page<List<String>>> read(Request request) {
        TableQuery query = filtered.sorted(request.sortColumn(), request.ascending());
        return prepared(shown, query)
            .thenCompose(rows -> later(context -> page(shown, query, request, context)));
      }

      @Override
      public Page<List<String>> readNow(Request request, JobContext context) {
        TableQuery query = filtered.sorted(request.sortColumn(), request.ascending());
        return page(shown, query, request, context);
      }
    };
  }

  private RowSource.Page<List<String>> page(
      DataTable shown, TableQuery query, RowSource.Request request, JobContext context) {
    TableRows rows = desk.rows(shown, query, request.offset(), request.limit(), context);
    return new RowSource.Page<>(rows.cells(), rows.total());
  }

  private <T> CompletableFuture<T> later(Job<T> job) {
    CompletableFuture<T> made = new CompletableFuture<>();
    tasks.quietly(READ, job, made::complete, made::completeExceptionally);
    return made;
  }

  /** Only one query is worked out at a time: another one takes its place. */
  private CompletableFuture<Long> prepared(DataTable shown, TableQuery query) {
    Preparation present = preparation;
    if (present != null && present.table() == shown && present.query().equals(query)) {
      return present.rows();
    }
    cancel();
    long asked = ++question;
    CompletableFuture<Long> rows = new CompletableFuture<>();
    busy.set(!query.equals(TableQuery.ALL));
    JobHandle<Long> job =
        tasks.quietly(
            READ,
            context -> desk.prepare(shown, query, context),
            count -> {
              settle(asked);
              rows.complete(count);
            },
            thrown -> {
              settle(asked);
              rows.completeExceptionally(thrown);
            });
    if (!rows.isDone()) {
      preparation = new Preparation(shown, query, job, rows);
    }
    return rows;
  }

  /** What is worked out need not be kept: who asks again gets it at once. */
  private void settle(long asked) {
    if (asked == question) {
      preparation = null;
      busy.set(false);
    }
  }
}
