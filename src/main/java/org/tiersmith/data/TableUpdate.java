package org.tiersmith.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.ChangeReport.ColumnChange;
import org.tiersmith.data.ChangeReport.Example;
import org.tiersmith.data.ChangeReport.TableChange;
import org.tiersmith.task.JobContext;

/**
 * Compares a newer import with the present tables, and brings both together. How rows meet is told
 * by {@link RowPairs}.
 */
public final class TableUpdate {
  private static final int EXAMPLES = 3;

  private final Duck duck;
  private final Tables old;
  private final Tables fresh;
  private final NewParts parts;
  private final boolean oldIds;

  private TableUpdate(Duck duck, Tables old, Tables fresh, NewParts parts, boolean oldIds) {
    this.duck = duck;
    this.old = old;
    this.fresh = fresh;
    this.parts = parts;
    this.oldIds = oldIds;
  }

  /** A column of one of the tables or of both. */
  private record Column(String name, @Nullable String oldType, @Nullable String freshType) {
    private boolean shared() {
      return oldType != null && freshType != null;
    }

    private String value(String side) {
      boolean there = side.equals("o") ? oldType != null : freshType != null;
      boolean alike = !shared() || String.valueOf(oldType).equals(freshType);
      return !there ? "NULL" : side + "." + Duck.name(name) + (alike ? "" : "::VARCHAR");
    }

    private String differs() {
      return value("o") + " IS DISTINCT FROM " + value("f");
    }
  }

  /** What a replacement of the old tables by the new ones changes; nothing is written. */
  public static ChangeReport compare(Tables old, Tables fresh, boolean oldIds, JobContext context) {
    return run(old, fresh, NewParts.WHOLE, oldIds, null, context);
  }

  /**
   * Writes the new tables' rows, and those that only the old tables have, to a folder.
   *
   * @param parts what the new tables tell
   * @param oldIds whether any of the old events' ids came from a file
   */
  public static ChangeReport merge(
      Tables old, Tables fresh, NewParts parts, boolean oldIds, Path outDir, JobContext context) {
    return run(old, fresh, parts, oldIds, Tables.in(outDir), context);
  }

  private static ChangeReport run(
      Tables old,
      Tables fresh,
      NewParts parts,
      boolean oldIds,
      @Nullable Tables out,
      JobContext context) {
    try (Duck duck = Duck.open(context)) {
      TableUpdate update = new TableUpdate(duck, old, fresh, parts, oldIds);
      List<TableChange> changes = new ArrayList<>();
      for (TableKind kind : TableKind.values()) {
        changes.add(update.table(kind, out == null ? null : out.of(kind)));
      }
      return new ChangeReport(out != null, changes);
    }
  }

  private TableChange table(TableKind kind, @Nullable Path out) {
    String id = RowPairs.id(kind);
    List<Column> columns = columns(kind);
    new RowPairs(duck, kind)
        .find(
            old,
            fresh,
            oldIds,
            columns.stream()
                .filter(c -> c.shared() && !parts.isUntold(kind, c.name))
                .map(Column::name)
                .toList());
    duck.run(
        "CREATE TABLE met AS SELECT o.__n AS o, f.__n AS f FROM pairs FULL JOIN old_rows AS o ON"
            + " o.__n = pairs.o FULL JOIN fresh_rows AS f ON f.__n = pairs.f");
    boolean adds = parts.derived().contains(kind);
    List<Column> compared =
        adds
            ? List.of()
            : columns.stream()
                .filter(c -> !c.name.equals(id) && !parts.isUntold(kind, c.name))
                .toList();
    TableChange change = change(kind, id, compared);
    if (out != null) {
      write(kind, columns, adds, out);
    }
    for (String table : List.of(RowPairs.OLD, RowPairs.FRESH, RowPairs.PAIRS, "met")) {
      duck.run("DROP TABLE " + table);
    }
    return change;
  }

  private List<Column> columns(TableKind kind) {
    return duck.list(
        String.format(
            "SELECT coalesce(f.column_name, o.column_name), o.column_type, f.column_type FROM"
                + " (SELECT *, row_number() OVER () AS i FROM (DESCRIBE SELECT * FROM %s)) AS f"
                + " FULL JOIN (SELECT *, row_number() OVER () AS i FROM (DESCRIBE SELECT * FROM"
                + " %s)) AS o ON lower(o.column_name) = lower(f.column_name) ORDER BY coalesce(f.i,"
                + " 10000 + o.i)",
            Duck.parquet(fresh.of(kind)), Duck.parquet(old.of(kind))),
        row -> new Column(row.words(0), row.text(1), row.text(2)));
  }

  private TableChange change(TableKind kind, String id, List<Column> columns) {
    String differs =
        columns.stream()
            .filter(c -> c.freshType != null)
            .map(c -> " OR (" + c.differs() + ")")
            .collect(Collectors.joining("", "(false", ")"));
    String both = "m.o IS NOT NULL AND m.f IS NOT NULL";
    StringBuilder counts =
        new StringBuilder(
            String.format(
                "count_if(m.o IS NULL), count_if(%1$s AND %2$s), count_if(%1$s AND NOT %2$s),"
                    + " count_if(m.f IS NULL)",
                both, differs));
    for (Column column : columns) {
      String changed = column.freshType == null ? "false" : both + " AND " + column.differs();
      counts.append(", count_if(").append(changed).append(")");
    }
    return duck
        .list(
            "SELECT " + counts + met(),
            row -> {
              List<ColumnChange> changes = new ArrayList<>();
              for (int i = 0; i < columns.size(); i++) {
                if (row.whole(4 + i) > 0) {
                  changes.add(new ColumnChange(columns.get(i).name, row.whole(4 + i), List.of()));
                }
              }
              return new TableChange(
                  kind.key(), row.whole(0), row.whole(1), row.whole(2), row.whole(3), changes);
            })
        .stream()
        .map(change -> withExamples(change, id, columns))
        .toList()
        .getFirst();
  }

  private static String met() {
    return " FROM met AS m LEFT JOIN old_rows AS o ON o.__n = m.o LEFT JOIN fresh_rows AS f ON"
        + " f.__n = m.f";
  }

  private TableChange withExamples(TableChange change, String id, List<Column> columns) {
    List<ColumnChange> told = new ArrayList<>();
    for (ColumnChange one : change.columns()) {
      Column column =
          columns.stream().filter(c -> c.name.equals(one.column())).findFirst().orElseThrow();
      List<Example> examples =
          duck.list(
              String.format(
                  "SELECT o.%1$s, left(%2$s::VARCHAR, 80), left(%3$s::VARCHAR, 80)%4$s WHERE m.o IS"
                      + " NOT NULL AND m.f IS NOT NULL AND %5$s ORDER BY m.o LIMIT %6$d",
                  id, column.value("o"), column.value("f"), met(), column.differs(), EXAMPLES),
              row -> new Example(row.words(0), row.text(1), row.text(2)));
      told.add(new ColumnChange(one.column(), one.rows(), examples));
    }
    return new TableChange(
        change.table(),
        change.added(),
        change.changed(),
        change.unchanged(),
        change.oldOnly(),
        told);
  }

  /**
   * Rows of the old table first, in its order, then the new ones. What the new file has no column
   * for stays as it was.
   */
  private void write(TableKind kind, List<Column> columns, boolean adds, Path out) {
    String select =
        columns.stream()
            .map(
                c ->
                    c.name.equals("event_id")
                        ? eventId()
                        : merged(
                            c,
                            adds || parts.isUntold(kind, c.name)
                                ? "m.o IS NOT NULL"
                                : "m.f IS NULL"))
            .collect(Collectors.joining(", "));
    duck.run(
        "COPY (SELECT "
            + select
            + met()
            + " ORDER BY m.o NULLS LAST, m.f) TO "
            + Duck.text(out)
            + " (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2)");
  }

  /** An id that a file told goes before one that was made; a new event gets a number of its own. */
  private static String eventId() {
    String most = "max(try_cast(" + EventIds.number("event_id") + " AS BIGINT))";
    return "CASE WHEN o.__told THEN o.event_id WHEN f.__told THEN f.event_id WHEN m.o IS NOT NULL"
        + " THEN "
        + EventIds.made(EventIds.number("o.event_id"))
        + " ELSE "
        + EventIds.made(
            "(SELECT coalesce(" + most + ", 0) FROM old_rows WHERE NOT __told) + m.f + 1")
        + " END AS event_id";
  }

  private static String merged(Column column, String keepsOld) {
    return column.freshType == null
        ? column.value("o") + " AS " + Duck.name(column.name)
        : String.format(
            "CASE WHEN %s THEN %s ELSE %s END AS %s",
            keepsOld, column.value("o"), column.value("f"), Duck.name(column.name));
  }
}
