package org.tiersmith.ui.data;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.Distribution;
import org.tiersmith.data.TableQuery;
import org.tiersmith.data.TableRows;
import org.tiersmith.model.Text;
import org.tiersmith.service.DataTable;
import org.tiersmith.task.JobContext;
import org.tiersmith.ui.kit.LatestReading;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.PreparedRows;
import org.tiersmith.ui.kit.RowSource;
import org.tiersmith.ui.kit.RowSource.Page;
import org.tiersmith.ui.kit.Tasks;

/** Which imported table is looked at, its columns, its rows, and one column's distribution. */
final class TableViewModel {
  private static final Text READ = Text.of("ui.data.read", "Reading the table");

  private final DataDesk desk;
  private final ObjectProperty<DataTable> table =
      new SimpleObjectProperty<>(this, "table", DataTable.EVENTS);
  private final ObjectProperty<Boolean> facts = new SimpleObjectProperty<>(this, "facts", false);
  private final ReadOnlyObjectWrapper<@Nullable TableRows> head =
      new ReadOnlyObjectWrapper<>(this, "head");
  private final ReadOnlyObjectWrapper<@Nullable Distribution> distribution =
      new ReadOnlyObjectWrapper<>(this, "distribution");
  private final TableFilter filter;
  private final LatestReading<TableRows> heads;
  private final LatestReading<Distribution> distributions;
  private final PreparedRows<Question, List<String>> rows;
  private @Nullable String column;

  /** Which rows of which table. */
  private record Question(DataTable table, TableQuery query) {}

  TableViewModel(DataDesk desk, Tasks tasks, Notices notices) {
    this.desk = desk;
    heads = new LatestReading<>(tasks, notices, READ, this::show);
    distributions = new LatestReading<>(tasks, notices, READ, distribution::set);
    rows = new PreparedRows<>(tasks, READ, reader());
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
    return rows.busyProperty();
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
    rows.cancel();
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
    rows.cancel();
  }

  void close() {
    rows.cancel();
    heads.forget();
    distributions.forget();
  }

  /** The rows of the present table that the present filter leaves. */
  RowSource<List<String>> rows() {
    DataTable shown = table.get();
    TableQuery filtered = filter.queryProperty().get();
    return rows.of(
        request -> new Question(shown, filtered.sorted(request.sortColumn(), request.ascending())));
  }

  private PreparedRows.Reader<Question, List<String>> reader() {
    return new PreparedRows.Reader<>() {
      @Override
      public boolean isAtHand(Question asked) {
        return asked.query().equals(TableQuery.ALL);
      }

      @Override
      public void prepare(Question asked, JobContext context) {
        desk.prepare(asked.table(), asked.query(), context);
      }

      @Override
      public Page<List<String>> page(Question asked, long offset, int limit, JobContext context) {
        TableRows rows = desk.rows(asked.table(), asked.query(), offset, limit, context);
        return new Page<>(rows.cells(), rows.total());
      }
    };
  }
}
