package org.tiersmith.ui.data;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.Distribution;
import org.tiersmith.data.TableRows;
import org.tiersmith.model.Text;
import org.tiersmith.service.DataTable;
import org.tiersmith.ui.kit.LatestReading;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.RowSource;
import org.tiersmith.ui.kit.Tasks;

/** Which imported table is looked at, its columns, rows and one column's distribution. */
final class TableViewModel {
  private static final Text READ = Text.of("ui.data.read", "Reading the table");

  private final DataDesk desk;
  private final Tasks tasks;
  private final ObjectProperty<DataTable> table =
      new SimpleObjectProperty<>(this, "table", DataTable.EVENTS);
  private final ReadOnlyObjectWrapper<@Nullable TableRows> head =
      new ReadOnlyObjectWrapper<>(this, "head");
  private final ReadOnlyObjectWrapper<@Nullable Distribution> distribution =
      new ReadOnlyObjectWrapper<>(this, "distribution");
  private final LatestReading<TableRows> heads;
  private final LatestReading<Distribution> distributions;

  TableViewModel(DataDesk desk, Tasks tasks, Notices notices) {
    this.desk = desk;
    this.tasks = tasks;
    heads = new LatestReading<>(tasks, notices, READ, this::show);
    distributions = new LatestReading<>(tasks, notices, READ, distribution::set);
    table.addListener((source, before, now) -> read());
  }

  ObjectProperty<DataTable> tableProperty() {
    return table;
  }

  /** The first row with the names of the columns; null while it is being read. */
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
    distributions.forget();
    distribution.set(null);
    heads.ask(context -> desk.rows(shown, 0, 1, null, true));
  }

  private void show(TableRows rows) {
    head.set(rows);
    rows.columns().stream()
        .filter(column -> !column.endsWith("_id"))
        .findFirst()
        .ifPresent(this::showColumn);
  }

  /** Shows how the values of a column of the present table are spread. */
  void showColumn(String column) {
    DataTable shown = table.get();
    distributions.ask(context -> desk.distribution(shown, column));
  }

  void close() {
    heads.forget();
    distributions.forget();
  }

  /** The rows of the present table. */
  RowSource<List<String>> rows() {
    DataTable shown = table.get();
    return request -> {
      CompletableFuture<RowSource.Page<List<String>>> page = new CompletableFuture<>();
      tasks.quietly(
          READ,
          context ->
              desk.rows(
                  shown,
                  request.offset(),
                  request.limit(),
                  request.sortColumn(),
                  request.ascending()),
          rows -> page.complete(new RowSource.Page<>(rows.cells(), rows.total())),
          page::completeExceptionally);
      return page;
    };
  }
}
