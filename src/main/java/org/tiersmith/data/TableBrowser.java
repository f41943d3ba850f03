package org.tiersmith.data;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.task.CancelledException;
import org.tiersmith.task.JobContext;
import tech.tablesaw.api.Table;

/**
 * Looks at any rows of a Parquet file in the time of a glance, however many there are. Rows in
 * their own order are read where they stand in the file, of which only the parts around them are
 * unpacked. A filter or an order is worked out once, into a file of its own that holds the rows as
 * they are wanted; from then on every page is a stretch of neighbours. Thread-safe.
 */
public final class TableBrowser implements AutoCloseable {
  /** Room for working out an order; what needs more goes to the folder. */
  private static final String MEMORY = "1GB";

  /** The present view, and the one that a person may come back to. */
  private static final int KEPT_VIEWS = 2;

  private static final Text SORTING =
      Text.of("progress.table.sort", "Putting the rows in their order");

  private final Path parquet;
  private final Path folder;
  private final Duck pages;
  private final Map<String, String> types;
  private final View all;
  private final Map<TableQuery, View> views = new LinkedHashMap<>(8, 0.75f, true);
  private final Object building = new Object();
  private int made;
  private volatile boolean closed;

  /**
   * Rows as they are wanted.
   *
   * @param source SQL table
   * @param position column that counts its rows from 0
   * @param file the view's own file, or the table's
   */
  private record View(String source, String position, long rows, Path file, String name) {}

  private TableBrowser(Path parquet, Path folder) {
    this.parquet = parquet;
    this.folder = folder;
    this.pages = Duck.open(JobContext.detached());
    pages.run("SET memory_limit = '" + MEMORY + "'");
    this.types = TablePage.types(pages, parquet);
    long rows = pages.whole("SELECT count(*) FROM " + Duck.parquet(parquet));
    this.all = new View(numbered(parquet), "file_row_number", rows, parquet, "");
  }

  /**
   * Opens a file; throws a {@link DuckException} where it is none.
   *
   * @param folder takes the files of views; must be there until the browser is closed
   */
  public static TableBrowser open(Path parquet, Path folder) {
    return new TableBrowser(parquet, folder);
  }

  /** Names of the columns. */
  public List<String> columns() {
    return List.copyOf(types.keySet());
  }

  /**
   * Works out a view ahead of its pages, where that was not done yet.
   *
   * @return how many rows it has
   * @throws Problem where a filter can't be asked of its column
   */
  public long prepare(TableQuery query, JobContext context) {
    return view(query, context).rows();
  }

  /**
   * A page of a view as text; works the view out first where need be.
   *
   * @param offset first row, from 0
   * @param limit most rows
   */
  public TableRows rows(TableQuery query, long offset, int limit, JobContext context) {
    View view = view(query, context);
    return TableRows.of(page(view, offset, limit), view.rows());
  }

  /** The same page as a frame. */
  public Table frame(TableQuery query, long offset, int limit, JobContext context) {
    return page(view(query, context), offset, limit);
  }

  /** How the values of a column are spread over the rows that a query leaves. */
  public Distribution distribution(TableQuery query, String column, JobContext context) {
    try (Duck duck = Duck.open(context.until(() -> closed))) {
      return Distribution.of(duck, Duck.parquet(parquet), types, column, condition(query));
    }
  }

  /** Lets the table go; a question that is being answered is cancelled, not waited for. */
  @Override
  public void close() {
    closed = true;
    synchronized (building) {
      synchronized (pages) {
        pages.close();
        views.values().forEach(view -> Views.delete(view.file()));
        views.clear();
      }
    }
  }

  private Table page(View view, long offset, int limit) {
    String sql =
        String.format(
            "SELECT %s FROM %s WHERE %3$s BETWEEN %4$d AND %5$d ORDER BY %3$s",
            names(), view.source(), view.position(), offset, offset + limit - 1);
    synchronized (pages) {
      requireOpen();
      return TablePage.frame(pages, TablePage.stem(parquet), types, sql);
    }
  }

  private View view(TableQuery query, JobContext context) {
    if (query.equals(TableQuery.ALL)) {
      return all;
    }
    View known = known(query);
    if (known != null) {
      return known;
    }
    synchronized (building) {
      context.checkCancelled();
      requireOpen();
      View meanwhile = known(query);
      return meanwhile == null ? make(query, context) : meanwhile;
    }
  }

  private @Nullable View known(TableQuery query) {
    synchronized (pages) {
      return views.get(query);
    }
  }

  private View make(TableQuery query, JobContext context) {
    String name = "view" + made++;
    Path file = folder.resolve(TablePage.stem(parquet) + "-" + name + ".duckdb");
    String order = order(query);
    String where = condition(query);
    try (Duck duck = Duck.open(context.until(() -> closed))) {
      Views.limit(duck, MEMORY, folder);
      duck.tell(SORTING);
      duck.run("ATTACH " + Duck.text(file) + " AS made");
      duck.run(
          String.format(
              "CREATE TABLE made.rows AS SELECT %s FROM %s WHERE %s%s",
              names(), numbered(parquet), where, order));
    } catch (RuntimeException e) {
      Views.delete(file);
      throw e;
    }
    return keep(query, name, file);
  }

  private View keep(TableQuery query, String name, Path file) {
    synchronized (pages) {
      pages.run("ATTACH " + Duck.text(file) + " AS " + name + " (READ_ONLY)");
      String source = name + ".rows";
      View view =
          new View(source, "rowid", pages.whole("SELECT count(*) FROM " + source), file, name);
      views.put(query, view);
      while (views.size() > KEPT_VIEWS) {
        View oldest = views.remove(views.keySet().iterator().next());
        if (oldest != null) {
          pages.run("DETACH " + oldest.name());
          Views.delete(oldest.file());
        }
      }
      return view;
    }
  }

  /** Who still asks after a closing looks at a table that is gone: nothing is left to answer. */
  private void requireOpen() {
    if (closed) {
      throw new CancelledException();
    }
  }

  private String order(TableQuery query) {
    String column = query.sortColumn();
    if (column == null) {
      return "";
    }
    type(column);
    return " ORDER BY "
        + Duck.name(column)
        + (query.ascending() ? " ASC" : " DESC")
        + " NULLS LAST, file_row_number";
  }

  private String condition(TableQuery query) {
    StringBuilder sql = new StringBuilder("TRUE");
    for (ColumnFilter filter : query.filters()) {
      sql.append(" AND ").append(filter.sql(type(filter.column())));
    }
    if (!query.search().isEmpty()) {
      String any =
          types.keySet().stream()
              .map(column -> ColumnFilter.contains(Duck.name(column), query.search()))
              .collect(Collectors.joining(" OR "));
      sql.append(" AND coalesce(").append(any).append(", FALSE)");
    }
    return sql.toString();
  }

  private String type(String column) {
    String type = types.get(column);
    if (type == null) {
      throw Problem.of("data.no-column", "The table has no column \"{0}\".", column);
    }
    return type;
  }

  private String names() {
    return types.keySet().stream().map(Duck::name).collect(Collectors.joining(", "));
  }

  private static String numbered(Path parquet) {
    return "read_parquet(" + Duck.text(parquet) + ", file_row_number = true)";
  }
}
