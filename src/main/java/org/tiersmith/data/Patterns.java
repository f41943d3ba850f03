package org.tiersmith.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;

/**
 * Finds the values of columns that are no products or no purchases. Each column's distinct values
 * are compared once, however many rows hold them.
 */
final class Patterns {
  private static final Set<String> INVOICES =
      Set.of(
          "invoice",
          "invoiceno",
          "invoicenumber",
          "invoiceid",
          "order",
          "orderid",
          "orderno",
          "ordernumber",
          "receipt",
          "receiptno",
          "receiptid",
          "transactionid",
          "basketid",
          "订单号",
          "订单编号",
          "订单id",
          "发票号",
          "小票号",
          "单号");
  private static final Set<String> STATES =
      Set.of("status", "orderstatus", "state", "订单状态", "交易状态", "状态");
  private static final int LONG_IDS = 4;
  private static final int FEW_ROWS = 10;

  private final Duck duck;
  private final String table;
  private final Map<String, String> hits = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<RowPattern, Long> met = new LinkedHashMap<>();

  /** Compares the values of a view or table of events. */
  Patterns(Duck duck, Projection events, String table, List<RowPattern> patterns) {
    this.duck = duck;
    this.table = table;
    byColumn(events, patterns).forEach(this::compare);
  }

  /** Whether any row of the table {@code events} meets a pattern. */
  static boolean isAny(DifferentValues values, Projection events, List<RowPattern> patterns) {
    return byColumn(events, patterns).entrySet().stream()
        .filter(each -> !haveNoHit(events, each.getKey(), each.getValue()))
        .anyMatch(each -> isAny(values, each.getKey(), each.getValue()));
  }

  /** Usual patterns of orders' numbers hold for none of digits alone. */
  private static boolean haveNoHit(Projection events, String column, List<RowPattern> patterns) {
    TidyFile tidy = events.raw().tidy();
    return column.equals("event_id")
        && tidy != null
        && tidy.hasDigitKeys()
        && UsualPatterns.ALL.containsAll(patterns);
  }

  private static boolean isAny(DifferentValues values, String column, List<RowPattern> patterns) {
    // Those of long ids hold for short ones and more, so that no row is overlooked.
    String some =
        patterns.stream()
            .map(pattern -> "(" + pattern.condition("v", true) + ")")
            .collect(Collectors.joining(" OR "));
    try {
      return values.isAny(column, "v IS NOT NULL AND (" + some + ")");
    } catch (DuckException e) {
      // Which of them can't be used is said where each is applied.
      return true;
    }
  }

  private static Map<String, List<RowPattern>> byColumn(
      Projection events, List<RowPattern> patterns) {
    Map<String, List<RowPattern>> byColumn = new LinkedHashMap<>();
    for (RowPattern pattern : patterns) {
      String column = column(events, pattern.column());
      if (column != null) {
        byColumn.computeIfAbsent(column, c -> new ArrayList<>()).add(pattern);
      }
    }
    return byColumn;
  }

  /** Patterns that were not applied because they met most rows. */
  List<Finding> findings() {
    return findings;
  }

  /** How many rows each pattern meets whose column is there. */
  Map<RowPattern, Long> met() {
    return met;
  }

  /** The SQL name of the events' invoice or order number, or null where there is none. */
  static @Nullable String invoice(Projection events) {
    String invoice = attribute(events, INVOICES);
    return invoice == null ? null : Duck.name(invoice);
  }

  /** Adds what was found as checks; {@code __id_product} and the like hold what was written. */
  void addTo(RowRules checks, ImportRule rule) {
    boolean cancels = rule == ImportRule.CANCELLATION;
    hits.forEach(
        (column, found) -> {
          String mine = String.format("FROM %s WHERE cancels = %s", found, cancels);
          if (duck.whole("SELECT count(*) " + mine) > 0) {
            checks.add(
                rule,
                String.format("%s IN (SELECT v %s)", written(column), mine),
                String.format(
                    "concat('The row is ', (SELECT min(what) FROM %1$s AS h WHERE h.v = %2$s AND"
                        + " cancels = %3$s), %4$s, left(%2$s, 60), '\".')",
                    found, written(column), cancels, Duck.text(": " + column + " is \"")));
          }
        });
  }

  /** The SQL of the columns that {@link #addTo} needs beside the parsed ones. */
  String texts() {
    StringBuilder sql = new StringBuilder();
    hits.keySet()
        .forEach(c -> sql.append(", ").append(Duck.name(c)).append(" AS ").append(written(c)));
    return sql.toString();
  }

  private static String written(String column) {
    return Duck.name("__pattern_" + column);
  }

  /** The name of the column that a pattern means, or null where the events have none. */
  private static @Nullable String column(Projection events, String wanted) {
    return switch (wanted) {
      case "invoice" -> {
        String invoice = attribute(events, INVOICES);
        yield invoice == null && events.has("event_id") ? "event_id" : invoice;
      }
      case "status" -> attribute(events, STATES);
      default -> {
        if (events.has(wanted)) {
          yield wanted;
        }
        yield events.attributes().stream()
            .filter(a -> a.equalsIgnoreCase(wanted))
            .findFirst()
            .orElse(null);
      }
    };
  }

  private static @Nullable String attribute(Projection events, Set<String> names) {
    return events.attributes().stream()
        .filter(a -> names.contains(a.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "")))
        .findFirst()
        .orElse(null);
  }

  private void compare(String column, List<RowPattern> patterns) {
    String found = "pattern_hits_" + hits.size();
    duck.run("CREATE OR REPLACE TABLE " + found + "(v VARCHAR, what VARCHAR, cancels BOOLEAN)");
    String values = found + "_values";
    duck.run(
        String.format(
            "CREATE TABLE %s AS SELECT %s::VARCHAR AS v, count(*) AS n FROM %s GROUP BY 1",
            values, Duck.name(column), table));
    boolean longIds =
        duck.list(
                "SELECT coalesce(median(length(v)), 0) >= " + LONG_IDS + " FROM " + values,
                row -> row.flag(0))
            .getFirst();
    patterns.forEach(pattern -> find(pattern, values, found, longIds));
    duck.run("DROP TABLE " + values);
    hits.put(column, found);
  }

  private void find(RowPattern pattern, String values, String found, boolean longIds) {
    String condition = "v IS NOT NULL AND " + pattern.condition("v", longIds);
    long rows;
    try {
      rows =
          duck.whole(
              String.format("SELECT coalesce(sum(n), 0) FROM %s WHERE %s", values, condition));
    } catch (DuckException e) {
      throw refused(pattern, e);
    }
    met.put(pattern, rows);
    long all = duck.whole("SELECT coalesce(sum(n), 0) FROM " + values);
    if (all >= FEW_ROWS && rows * 2 > all && UsualPatterns.ALL.contains(pattern)) {
      findings.add(tooMany(pattern, rows));
    } else if (rows > 0) {
      duck.run(
          String.format(
              "INSERT INTO %s SELECT v, %s, %s FROM %s WHERE %s",
              found,
              Duck.text(pattern.what().text().english()),
              pattern.what() == RowPattern.What.CANCELLATION,
              values,
              condition));
    }
  }

  private static Finding tooMany(RowPattern pattern, long rows) {
    return new Finding(
        Finding.Level.WARNING,
        rows,
        Text.of(
            "quality.pattern-most",
            "{0} rows, most of the file, look like {1} by their {2}; that pattern was not applied."
                + " Edit the patterns to apply it.",
            rows,
            pattern.what().text(),
            pattern.column()));
  }

  private static Problem refused(RowPattern pattern, DuckException e) {
    return new Problem(
        Text.of(
            "rule.bad-pattern",
            "The pattern \"{0}\" on {1} can''t be used: {2}. Nothing was imported; mend the regular"
                + " expression (RE2 syntax).",
            String.join("\", \"", pattern.values()),
            pattern.column(),
            e.complaint()),
        e);
  }
}
