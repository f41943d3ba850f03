package org.tiersmith.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.DaySpan;
import org.tiersmith.data.Duck;
import org.tiersmith.data.PurchaseSql;
import org.tiersmith.data.Tables;
import org.tiersmith.profile.RuleColumn.Kind;

/**
 * The tables on which rules are evaluated: {@code people}, one row a customer by id with {@code ix}
 * counted from 0, all columns of customers and portraits as numbers (finite), days or texts; {@code
 * last_day}; and {@code bought} with the days on which someone bought a category or brand.
 */
final class PeopleTable {
  private static final String ID = "customer_id";

  private final Duck duck;
  private final Tables tables;

  /** A column before it is known what its values are. */
  private record Raw(String name, String from, String type, boolean ofPortraits) {}

  PeopleTable(Duck duck, Tables tables) {
    this.duck = duck;
    this.tables = tables;
  }

  /**
   * Makes {@code people} and {@code last_day}. A column of the customers that is called as one of
   * the portraits has "_2" added to its name.
   *
   * @param portraits null where there are none
   */
  List<RuleColumn> load(@Nullable Path portraits) {
    List<Raw> columns = new ArrayList<>();
    if (portraits != null) {
      columns.addAll(columns(Duck.parquet(portraits), "p", true, new HashSet<>(Set.of(ID, "ix"))));
    }
    Set<String> taken = new HashSet<>(Set.of(ID, "ix"));
    columns.forEach(column -> taken.add(column.name().toLowerCase(Locale.ROOT)));
    columns.addAll(columns(Duck.parquet(tables.customers()), "c", false, taken));
    StringBuilder raw = new StringBuilder("CREATE TABLE raw AS SELECT c.customer_id");
    columns.forEach(c -> raw.append(", ").append(c.from()).append(" AS ").append(name(c)));
    raw.append(" FROM ").append(Duck.parquet(tables.customers())).append(" AS c");
    if (portraits != null) {
      raw.append(" LEFT JOIN ").append(Duck.parquet(portraits)).append(" AS p USING (customer_id)");
    }
    duck.run(raw.toString());
    List<Kind> kinds = columns.stream().map(this::kind).toList();
    create(columns, kinds);
    List<RuleColumn> all = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      all.add(
          ColumnFigures.of(
              duck, columns.get(i).name(), kinds.get(i), columns.get(i).ofPortraits()));
    }
    return List.copyOf(all);
  }

  /** Makes {@code bought}. */
  void loadPurchases() {
    duck.run(
        "CREATE TABLE bought AS SELECT DISTINCT ix, lower(category) AS category, lower(brand) AS"
            + " brand, \"timestamp\"::DATE AS day FROM "
            + Duck.parquet(tables.events())
            + " JOIN people USING (customer_id) JOIN (SELECT product_id, category, brand FROM "
            + Duck.parquet(tables.products())
            + ") USING (product_id) WHERE "
            + PurchaseSql.IS_PURCHASE);
  }

  /** Categories or brands that were bought and start so, the commonest first. */
  List<String> bought(SegmentRule.Trait trait, String start, int most) {
    String column = RuleSql.column(trait);
    return duck.list(
        String.format(
            "SELECT name FROM (SELECT lower(%1$s) AS %1$s, min(%1$s) AS name FROM %2$s GROUP BY 1)"
                + " JOIN (SELECT %1$s, count(*) AS n FROM bought GROUP BY 1) USING (%1$s) WHERE"
                + " starts_with(%1$s, lower(%3$s)) ORDER BY n DESC, name LIMIT %4$d",
            column, Duck.parquet(tables.products()), RuleSql.literal(start), most),
        row -> row.words(0));
  }

  private List<Raw> columns(String table, String alias, boolean ofPortraits, Set<String> taken) {
    return duck
        .list(
            "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM "
                + table
                + ") WHERE column_name <> 'customer_id'",
            row -> new Raw(row.words(0), "", row.words(1), ofPortraits))
        .stream()
        .map(
            raw ->
                new Raw(
                    free(raw.name(), taken),
                    alias + "." + Duck.name(raw.name()),
                    raw.type(),
                    ofPortraits))
        .toList();
  }

  private static String free(String name, Set<String> taken) {
    String free = name;
    for (int n = 2; !taken.add(free.toLowerCase(Locale.ROOT)); n++) {
      free = name + "_" + n;
    }
    return free;
  }

  private Kind kind(Raw column) {
    String type = column.type();
    if (type.equals("DATE") || type.startsWith("TIMESTAMP")) {
      return Kind.DAY;
    }
    if (type.endsWith("INT")
        || type.endsWith("INTEGER")
        || type.equals("DOUBLE")
        || type.equals("FLOAT")
        || type.startsWith("DECIMAL")) {
      return Kind.NUMBER;
    }
    return type.equals("VARCHAR") && holdsDays(name(column)) ? Kind.DAY : Kind.TEXT;
  }

  private boolean holdsDays(String column) {
    return duck.list(
            String.format(
                "SELECT count(%1$s) > 0 AND count(%1$s) = count(try_cast(%1$s AS TIMESTAMP)) FROM"
                    + " raw",
                column),
            row -> row.flag(0))
        .getFirst();
  }

  private void create(List<Raw> columns, List<Kind> kinds) {
    StringBuilder people =
        new StringBuilder(
            "CREATE TABLE people AS SELECT (row_number() OVER (ORDER BY customer_id) - 1)::INTEGER"
                + " AS ix, customer_id");
    for (int i = 0; i < kinds.size(); i++) {
      String name = name(columns.get(i));
      String value =
          switch (kinds.get(i)) {
            case NUMBER ->
                String.format("CASE WHEN isfinite(%1$s::DOUBLE) THEN %1$s::DOUBLE END", name);
            case DAY -> name + "::TIMESTAMP::DATE";
            case TEXT -> name + "::VARCHAR";
          };
      people.append(", ").append(value).append(" AS ").append(name);
    }
    duck.run(people.append(" FROM raw ORDER BY customer_id").toString());
    duck.run("DROP TABLE raw");
    duck.run(
        "CREATE TABLE last_day AS SELECT DATE '" + DaySpan.of(duck, tables).last() + "' AS day");
  }

  private static String name(Raw column) {
    return Duck.name(column.name());
  }
}
