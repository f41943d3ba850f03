package org.tiersmith.data;

import java.util.Locale;

/**
 * Finds quantities and prices of purchases and exposures that lie far from all others. On the
 * logarithmic scale, with median m and median absolute deviation s of the product's own rows where
 * it has {@value #ENOUGH} and else of all rows, x is outside when
 *
 * <pre>|ln x - m| &gt; max(fence * 1.4826 s, ln 20)</pre>
 *
 * 1.4826 makes s a standard deviation where the logarithms are normal (Hampel's identifier); the
 * factor of twenty keeps products alone whose values hardly ever differ.
 */
final class Outliers {
  private static final int ENOUGH = 20;
  private static final double TO_DEVIATION = 1.4826;
  private static final double LEAST_FACTOR = 20;

  private final Duck duck;
  private final Verdict verdict;
  private final ImportRules rules;

  Outliers(Duck duck, Verdict verdict, ImportRules rules) {
    this.duck = duck;
    this.verdict = verdict;
    this.rules = rules;
  }

  void find(Projection events) {
    if (events.has("quantity")) {
      find(ImportRule.OUTLIER_QUANTITY, "quantity");
    }
    if (PriceStep.isPriced(events)) {
      find(ImportRule.OUTLIER_PRICE, "list_price");
    }
  }

  private void find(ImportRule rule, String column) {
    String rows =
        "type IN ('purchase', 'exposure') AND product_id IS NOT NULL AND "
            + column
            + " > 0 AND "
            + verdict.good();
    levels(column, rows);
    fences();
    duck.run(
        "CREATE TABLE outside AS SELECT l.product_id, v, coalesce(f.lo, o.lo) AS low,"
            + " coalesce(f.hi, o.hi) AS high FROM levels AS l LEFT JOIN fences AS f ON f.g ="
            + " l.product_id JOIN fences AS o ON o.g IS NULL WHERE x < coalesce(f.lo, o.lo) OR x >"
            + " coalesce(f.hi, o.hi)");
    boolean some = duck.whole("SELECT count(*) FROM outside") > 0;
    verdict.add(
        rule,
        some
            ? String.format(
                "SELECT %1$s FROM events SEMI JOIN outside ON outside.product_id ="
                    + " events.product_id AND outside.v = events.%2$s WHERE %3$s",
                Staging.LINE, column, rows)
            : Verdict.NO_LINES,
        RowRules.concat(
            "'The " + column.replace("list_", "") + " '", column, "' lies far from all others.'"));
    if (some && rules.action(rule) == Action.REPAIR) {
      cap(column);
    }
    for (String table : new String[] {"levels", "grouped", "center", "fences", "outside"}) {
      duck.run("DROP TABLE " + table);
    }
  }

  /** The different values of each product, and of all rows as those of product null. */
  private void levels(String column, String rows) {
    duck.run(
        String.format(
            "CREATE TABLE levels AS SELECT product_id, %1$s AS v, ln(%1$s) AS x, count(*) AS n FROM"
                + " events WHERE %2$s GROUP BY ALL",
            column, rows));
    duck.run(
        "CREATE TABLE grouped AS SELECT product_id AS g, x, n FROM levels UNION ALL SELECT NULL, x,"
            + " sum(n) FROM levels GROUP BY x");
  }

  private void fences() {
    duck.run("CREATE TABLE center AS " + medians("FROM grouped"));
    duck.run(
        String.format(
            Locale.ROOT,
            "CREATE TABLE fences AS SELECT g, c.m - w AS lo, c.m + w AS hi FROM (SELECT c.g, c.m,"
                + " greatest(%f * s.m, %f) AS w FROM center AS c JOIN (%s) AS s ON c.g IS NOT"
                + " DISTINCT FROM s.g WHERE c.g IS NULL OR c.rows >= %d) AS c",
            rules.fence() * TO_DEVIATION,
            Math.log(LEAST_FACTOR),
            medians(
                "FROM (SELECT d.g, abs(x - m) AS x, n FROM grouped AS d JOIN center AS c ON d.g IS"
                    + " NOT DISTINCT FROM c.g)"),
            ENOUGH));
  }

  /** A query of the median of x in each group g, where each x counts n times. */
  private static String medians(String from) {
    return "SELECT g, min(x) AS m, any_value(t) AS rows FROM (SELECT g, x, sum(n) OVER (PARTITION"
        + " BY g ORDER BY x) AS c, sum(n) OVER (PARTITION BY g) AS t "
        + from
        + ") WHERE 2 * c >= t GROUP BY g";
  }

  private void cap(String column) {
    duck.run(
        String.format(
            "UPDATE events SET %1$s = round(exp(CASE WHEN ln(v) > high THEN high ELSE low END), 2)"
                + " FROM outside WHERE outside.product_id = events.product_id AND outside.v ="
                + " events.%1$s AND type IN ('purchase', 'exposure')",
            column));
  }
}
