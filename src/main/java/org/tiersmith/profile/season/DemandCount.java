package org.tiersmith.profile.season;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tiersmith.data.DaySpan;
import org.tiersmith.data.Duck;
import org.tiersmith.data.PurchaseSql;
import org.tiersmith.data.Row;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Problem;

/** Counts {@link Demand}; only the categories that are looked at leave the database. */
final class DemandCount {
  private final Duck duck;
  private final Tables tables;
  private final Demand.Grouping grouping;

  DemandCount(Duck duck, Tables tables) {
    this.duck = duck;
    this.tables = tables;
    this.grouping = Demand.Grouping.of(duck, tables);
  }

  Demand count() {
    sum();
    if (duck.whole("SELECT count(*) FROM sold WHERE units > 0") == 0) {
      throw Problem.of(
          "season.no-purchases", "Nothing was bought in these data, so demand has no seasons.");
    }
    long first = duck.whole("SELECT min(day) FROM sold");
    int days = (int) (duck.whole("SELECT max(day) FROM sold") - first + 1);
    Demand.Category all = category(Demand.ALL, days);
    duck.each(
        "SELECT day, sum(units), sum(revenue) FROM sold GROUP BY day",
        row -> add(all, row, 0, first));
    List<Demand.Category> categories = new ArrayList<>(List.of(all));
    categories.addAll(most(first, days));
    LocalDate day = LocalDate.ofEpochDay(first);
    return new Demand(day, grouping, Demand.openDays(day, all.units()), List.copyOf(categories));
  }

  /** Makes {@code sold} (name, day, units, revenue); the name is missing where nobody gave one. */
  private void sum() {
    duck.run(
        String.format(
            "CREATE TABLE sold AS SELECT name, day, sum(units) AS units, sum(revenue) AS revenue"
                + " FROM (SELECT product_id, date_diff('day', DATE '1970-01-01',"
                + " \"timestamp\"::DATE) AS day, sum(%s) AS units, sum(%s) AS revenue FROM %s WHERE"
                + " %s AND %s GROUP BY ALL) LEFT JOIN (SELECT product_id, CASE WHEN trim(%6$s) <>"
                + " '' THEN %6$s END AS name FROM %7$s) USING (product_id) GROUP BY ALL",
            PurchaseSql.UNITS,
            PurchaseSql.PAID,
            PurchaseSql.events(tables),
            PurchaseSql.IS_PURCHASE,
            DaySpan.of(duck, tables).holds("\"timestamp\""),
            grouping.column(),
            Duck.parquet(tables.products())));
  }

  private List<Demand.Category> most(long first, int days) {
    Map<String, Demand.Category> most = new LinkedHashMap<>();
    duck.run(
        "CREATE TABLE best AS SELECT name, sum(units) AS total FROM sold WHERE name IS NOT NULL"
            + " GROUP BY name ORDER BY total DESC, name LIMIT "
            + grouping.most());
    duck.each(
        "SELECT name FROM best ORDER BY total DESC, name",
        row -> most.put(row.words(0), category(row.words(0), days)));
    duck.each(
        "SELECT name, day, units, revenue FROM sold JOIN best USING (name)",
        row -> add(Objects.requireNonNull(most.get(row.words(0))), row, 1, first));
    return List.copyOf(most.values());
  }

  private static Demand.Category category(String name, int days) {
    return new Demand.Category(name, new double[days], new double[days]);
  }

  private static void add(Demand.Category to, Row row, int from, long first) {
    to.add((int) (row.whole(from) - first), row.number(from + 1), row.number(from + 2));
  }
}
