package org.tiersmith.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts what the columns of the imported tables hold, each table in one scan. */
final class ColumnCensus {
  private static final long EXACT = 200_000;
  private static final int LOOKED_AT = 1000;
  private static final int EXAMPLES = 3;
  private static final int LONGEST_EXAMPLE = 60;
  private static final Set<String> GROUPED = Set.of("customer_id", "product_id");

  private final Duck duck;
  private final DifferentValues different;
  private final boolean unique;

  /**
   * Prepares the census.
   *
   * @param unique whether no id of an event repeats
   */
  ColumnCensus(Duck duck, DifferentValues different, boolean unique) {
    this.duck = duck;
    this.different = different;
    this.unique = unique;
  }

  List<ColumnQuality> of(TableKind kind) {
    record Column(String name, String type) {}
    List<Column> columns =
        duck.list(
            "SELECT column_name, column_type FROM (DESCRIBE "
                + kind.key()
                + ") WHERE NOT starts_with(column_name, '__')",
            row -> new Column(row.words(0), row.words(1).toUpperCase(Locale.ROOT)));
    columns.removeIf(column -> TableKind.PAID.contains(column.name));
    columns.removeIf(
        column -> kind == TableKind.EVENTS && TableKind.PRODUCT_WORDS.contains(column.name));
    long rows = duck.whole("SELECT count(*) FROM " + kind.key());
    List<String> parts = new ArrayList<>();
    for (Column column : columns) {
      String known = kind == TableKind.EVENTS ? known(column.name) : null;
      parts.add(figures(Duck.name(column.name), known, isOrdered(column.type), rows));
    }
    List<ColumnQuality> all = new ArrayList<>();
    List<List<String>> examples =
        columns.stream().map(column -> examples(kind, column.name)).toList();
    duck.each(
        "SELECT " + String.join(", ", parts) + " FROM " + kind.key(),
        row -> {
          for (int i = 0; i < columns.size(); i++) {
            all.add(
                new ColumnQuality(
                    kind.key(),
                    columns.get(i).name,
                    rows,
                    rows - row.whole(5 * i),
                    row.whole(5 * i + 1),
                    row.text(5 * i + 2),
                    row.text(5 * i + 3),
                    row.text(5 * i + 4),
                    sort(columns.get(i).type),
                    examples.get(i)));
          }
        });
    return all;
  }

  private static ColumnType sort(String type) {
    if (type.startsWith("TIMESTAMP")) {
      return ColumnType.DATE;
    }
    if (type.equals("BOOLEAN")) {
      return ColumnType.BOOLEAN;
    }
    return isOrdered(type) ? ColumnType.NUMBER : ColumnType.TEXT;
  }

  /** The first different values of the first rows, not too long to be shown. */
  private List<String> examples(TableKind kind, String column) {
    return duck.list(
        String.format(
            "SELECT DISTINCT left(v, %d) FROM (SELECT %s::VARCHAR AS v FROM %s LIMIT %d) WHERE v IS"
                + " NOT NULL ORDER BY 1 LIMIT %d",
            LONGEST_EXAMPLE, Duck.name(column), kind.key(), LOOKED_AT, EXAMPLES),
        row -> row.words(0));
  }

  private static boolean isOrdered(String type) {
    return type.equals("DOUBLE") || type.endsWith("INT") || type.startsWith("TIMESTAMP");
  }

  /** SQL of how many different values a column has, if that is known; null for any other. */
  private @Nullable String known(String column) {
    if (unique && column.equals("event_id")) {
      return "count(event_id)";
    }
    return GROUPED.contains(column) ? "(SELECT count(v) FROM " + different.of(column) + ")" : null;
  }

  private static String figures(String column, @Nullable String known, boolean ordered, long rows) {
    String distinct = rows <= EXACT ? "count(DISTINCT %1$s)" : "approx_count_distinct(%1$s)";
    if (known != null) {
      distinct = known;
    }
    String some =
        rows <= EXACT
            ? ""
            : " FILTER (hash(" + Staging.LINE + ") % " + (rows / EXACT + 1) + " = 0)";
    String middle = "quantile_disc(%1$s, 0.5)" + some.replace("%", "%%") + "::VARCHAR";
    return String.format(
        "count(%1$s), "
            + distinct
            + (ordered
                ? ", min(%1$s)::VARCHAR, " + middle + ", max(%1$s)::VARCHAR"
                : ", NULL::VARCHAR, NULL::VARCHAR, NULL::VARCHAR"),
        column);
  }
}
