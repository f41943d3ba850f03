package org.tiersmith.profile;

import java.util.List;
import java.util.stream.Collectors;
import org.tiersmith.data.Duck;

/**
 * Whether a customer buys in one season of the year more than the shop's customers do.
 *
 * <p>Seasons are the meteorological ones of the northern hemisphere: spring is March to May. An
 * order is a day with a purchase. What is expected of a customer are the shop's orders from the day
 * of the customer's first order on, so that nobody is a winter customer for having come in winter.
 * With n orders, share p and expected share q of a season, the excess is {@code (p' - q) / (1 - q)}
 * with p' shrunk to q by the weight of {@value #WEIGHT} orders; the strength is the greatest excess
 * of a season, in [0, 1). The season has a name where n is at least {@value #FEWEST_ORDERS} over at
 * least {@value #FEWEST_DAYS} days and p lies {@value #ERRORS} standard errors above q.
 */
public final class SeasonPattern {
  /** The seasons by the quarter that they begin in, winter (December to February) first. */
  public static final List<String> NAMES = List.of("Winter", "Spring", "Summer", "Autumn");

  /** The season's number in which a day lies, as an SQL expression over {@code day}. */
  static final String SEASON_OF_DAY = "month(day) % 12 // 3";

  private static final int FEWEST_ORDERS = 6;
  private static final int FEWEST_DAYS = 270;
  private static final int WEIGHT = 4;
  private static final double ERRORS = 3;

  private SeasonPattern() {}

  /** Makes the table {@code season} (customer_id, season, season_strength) from {@code bought}. */
  static void create(Duck duck) {
    duck.run(
        "CREATE TABLE ordered AS SELECT DISTINCT customer_id, day, "
            + SEASON_OF_DAY
            + " AS season FROM bought");
    duck.run(
        "CREATE TABLE shop_days AS SELECT day, "
            + seasons("sum(count_if(season = %1$d)) OVER (ORDER BY day DESC) AS q%1$d")
            + " FROM ordered GROUP BY day");
    duck.run(
        String.format(
            "CREATE TABLE season AS SELECT customer_id, greatest(%s) AS season_strength, CASE"
                + " greatest(%s) %s END AS season FROM (SELECT customer_id, n, %s FROM (SELECT"
                + " customer_id, count(*) AS n, min(day) AS day, %s FROM ordered GROUP BY"
                + " customer_id HAVING n >= %d AND max(day) - min(day) >= %d) JOIN shop_days USING"
                + " (day))",
            seasons("excess(n, p%1$d, q%1$d)"),
            seasons("excess(n, p%1$d, q%1$d)"),
            named(),
            seasons("p%1$d, q%1$d / (q0 + q1 + q2 + q3) AS q%1$d"),
            seasons("count_if(season = %1$d) / count(*) AS p%1$d"),
            FEWEST_ORDERS,
            FEWEST_DAYS));
  }

  /** Defines the excess of a season. */
  static void define(Duck duck) {
    duck.run(
        String.format(
            "CREATE MACRO excess(n, p, q) AS CASE WHEN q >= 1 THEN 0 ELSE greatest(0, n / (n + %d)"
                + " * (p - q) / (1 - q)) END",
            WEIGHT));
  }

  /** The name of a season by its number, as an SQL expression over a column. */
  static String name(String column) {
    return "list_extract(["
        + NAMES.stream().map(Duck::text).collect(Collectors.joining(", "))
        + "], "
        + column
        + " + 1)";
  }

  private static String named() {
    StringBuilder cases = new StringBuilder();
    for (int season = 0; season < NAMES.size(); season++) {
      cases.append(
          String.format(
              "WHEN excess(n, p%1$d, q%1$d) THEN CASE WHEN p%1$d - q%1$d > %2$s * sqrt(q%1$d * (1 -"
                  + " q%1$d) / n) THEN %3$s END ",
              season, ERRORS, Duck.text(NAMES.get(season))));
    }
    return cases.toString();
  }

  private static String seasons(String pattern) {
    return NAMES.stream()
        .map(name -> String.format(pattern, NAMES.indexOf(name)))
        .collect(Collectors.joining(", "));
  }
}
