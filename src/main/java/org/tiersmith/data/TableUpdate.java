package org.tiersmith.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.ChangeReport.ColumnChange;
import org.tiersmith.data.ChangeReport.Example;
import org.tiersmith.data.ChangeReport.TableChange;
import org.tiersmith.task.JobContext;

/**
 * Compares a newer import with the present tables, and brings both together. Customers and products
 * meet by their ids, events by theirs where the files tell them. Events without ids meet by
 * customer, product, time and type: equal rows first, then those left in the order of their files,
 * so that each row meets one other at most.
 */
public final class TableUpdate {
  private static final int EXAMPLES = 3;

  private final Duck duck;
  private final Tables old;
  private final Tables fresh;
  private final Set<TableKind> derived;
  private final boolean eventIds;

  private TableUpdate(
      Duck duck, Tables old, Tables fresh, Set<TableKind> derived, boolean eventIds) {
    this.duck = duck;
    this.old = old;
    this.fresh = fresh;
    this.derived = derived;
    this.eventIds = eventIds;
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
  public static ChangeReport compare(
      Tables old, Tables fresh, boolean eventIds, JobContext context) {
    return run(old, fresh, Set.of(), eventIds, null, context);
  }

  /**
   * Writes the new tables' rows, and those that only the old tables have, to a folder.
   *
   * @param derived new tables that are only what the new events name: of these only ids that the
   *     old tables lack are taken
   * @param eventIds whether the ids of both tables' events come from their files
   */
  public static ChangeReport merge(
      Tables old,
      Tables fresh,
      Set<TableKind> derived,
      boolean eventIds,
      Path outDir,
      JobContext context) {
    return run(old, fresh, derived, eventIds, Tables.in(outDir), context);
  }

  private static ChangeReport run(
      Tables old,
      Tables fresh,
      Set<TableKind> derived,
      boolean eventIds,
      @Nullable Tables out,
      JobContext context) {
    try (Duck duck = Duck.open(context)) {
      TableUpdate update = new TableUpdate(duck, old, fresh, derived, eventIds);
      List<TableChange> changes = new ArrayList<>();
      for (TableKind kind : TableKind.values()) {
        changes.add(update.table(kind, out == null ? null : out.of(kind)));
      }
      return new ChangeReport(out != null, changes);
    }
  }

  private TableChange table(TableKind kind, @Nullable Path out) {
    boolean byId = kind != TableKind.EVENTS || eventIds;
    String id = id(kind);
    List<Column> columns = columns(kind);
    load("old_rows", old.of(kind), byId, id, columns);
    load("fresh_rows", fresh.of(kind), byId, id, columns);
    pair(byId);
    duck.run(
        "CREATE TABLE met AS SELECT o.__n AS o, f.__n AS f FROM pairs FULL JOIN old_rows AS o ON"
            + " o.__n = pairs.o FULL JOIN fresh_rows AS f ON f.__n = pairs.f");
    boolean adds = derived.contains(kind);
    List<Column> compared =
        adds ? List.of() : columns.stream().filter(c -> !c.name.equals(id)).toList();
    TableChange change = change(kind, id, compared);
    if (out != null) {
      write(columns, byId, id, adds, out);
    }
    for (String table : new String[] {"old_rows", "fresh_rows", "pairs", "met"}) {
      duck.run("DROP TABLE " + table);
    }
    return change;
  }

  private static String id(TableKind kind) {
    return switch (kind) {
      case CUSTOMERS -> "customer_id";
      case PRODUCTS -> "product_id";
      case EVENTS -> "event_id";
    };
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

  /** Loads a table with each row's number, key and content as hashes. */
  private void load(String table, Path file, boolean byId, String id, List<Column> columns) {
    String content =
        columns.stream()
            .filter(c -> c.shared() && !c.name.toLowerCase(Locale.ROOT).equals(id))
            .map(c -> Duck.name(c.name) + "::VARCHAR")
            .collect(Collectors.joining(", "));
    String key = byId ? Duck.name(id) : "customer_id, product_id, \"timestamp\", type";
    duck.run(
        String.format(
            "CREATE TABLE %1$s AS SELECT *, file_row_number AS __n, hash(%2$s) AS __k%3$s FROM"
                + " read_parquet(%4$s, file_row_number = true)",
            table, key, byId ? "" : ", hash(" + content + ") AS __h", Duck.text(file)));
  }

  private void pair(boolean byId) {
    if (byId) {
      duck.run(
          "CREATE TABLE pairs AS SELECT o.__n AS o, f.__n AS f FROM old_rows AS o JOIN fresh_rows"
              + " AS f USING (__k)");
      return;
    }
    String equal =
        "SELECT __n, __k, __h, row_number() OVER (PARTITION BY __k, __h ORDER BY __n) AS d";
    duck.run(
        String.format(
            "CREATE TABLE pairs AS SELECT o.__n AS o, f.__n AS f FROM (%1$s FROM old_rows) AS o"
                + " JOIN (%1$s FROM fresh_rows) AS f USING (__k, __h, d)",
            equal));
    String left =
        "SELECT __n, __k, row_number() OVER (PARTITION BY __k ORDER BY __n) AS d FROM %s WHERE __n"
            + " NOT IN (SELECT %s FROM pairs)";
    duck.run(
        String.format(
            "INSERT INTO pairs SELECT o.__n, f.__n FROM (%s) AS o JOIN (%s) AS f USING (__k, d)",
            String.format(left, "old_rows", "o"), String.format(left, "fresh_rows", "f")));
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

  /** Rows of the old table first, in its order, then the new ones. */
  private void write(List<Column> columns, boolean byId, String id, boolean adds, Path out) {
    String select =
        columns.stream()
            .map(
                c ->
                    !byId && c.name.equals(id)
                        ? "coalesce(o.event_id, (coalesce((SELECT max(try_cast(event_id AS BIGINT))"
                            + " FROM old_rows), 0) + m.f + 1)::VARCHAR) AS event_id"
                        : merged(c, adds ? "m.o IS NOT NULL" : "m.f IS NULL"))
            .collect(Collectors.joining(", "));
    duck.run(
        "COPY (SELECT "
            + select
            + met()
            + " ORDER BY m.o NULLS LAST, m.f) TO "
            + Duck.text(out)
            + " (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2)");
  }

  private static String merged(Column column, String keepsOld) {
    return column.freshType == null
        ? column.value("o") + " AS " + Duck.name(column.name)
        : String.format(
            "CASE WHEN %s THEN %s ELSE %s END AS %s",
            keepsOld, column.value("o"), column.value("f"), Duck.name(column.name));
  }
}
