package org.tiersmith.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Tables;

/**
 * Recency, frequency and monetary value (after Hughes, Strategic Database Marketing): days since
 * the last purchase, distinct days with a purchase, and what was paid, each scored 1 (least
 * valuable) to 5 among the customers who bought.
 *
 * <p>The score is the quintile of the value's mid-rank {@code (below + equal / 2) / all}, so equal
 * values get equal scores, which quintiles by row number do not; the least value is a 1 and the
 * greatest a 5, however many share it, and where all are equal each is a 3.
 */
public final class RfmCells {
  /** Customers without a purchase. */
  public static final String NONE = "No purchase yet";

  /** Scores reach from 1 to this. */
  public static final int SCORES = 5;

  private static final String CHAMPIONS = "Champions";
  private static final String LOYAL = "Loyal Customers";
  private static final String POTENTIAL = "Potential Loyalists";
  private static final String NEW = "New Customers";
  private static final String PROMISING = "Promising";
  private static final String ATTENTION = "Needs Attention";
  private static final String SLEEP = "About To Sleep";
  private static final String AT_RISK = "At Risk";
  private static final String CANT_LOSE = "Can't Lose Them";
  private static final String HIBERNATING = "Hibernating";
  private static final String LOST = "Lost";

  /** In the order in which to show them. */
  public static final List<String> NAMES =
      List.of(
          CHAMPIONS,
          LOYAL,
          POTENTIAL,
          NEW,
          PROMISING,
          ATTENTION,
          SLEEP,
          AT_RISK,
          CANT_LOSE,
          HIBERNATING,
          LOST,
          NONE);

  /** By recency 1 to 5, then by value, the rounded mean of frequency and monetary, 1 to 5. */
  private static final List<List<String>> GRID =
      List.of(
          List.of(LOST, LOST, AT_RISK, CANT_LOSE, CANT_LOSE),
          List.of(HIBERNATING, HIBERNATING, AT_RISK, AT_RISK, CANT_LOSE),
          List.of(SLEEP, ATTENTION, ATTENTION, LOYAL, LOYAL),
          List.of(PROMISING, POTENTIAL, LOYAL, LOYAL, CHAMPIONS),
          List.of(NEW, POTENTIAL, POTENTIAL, CHAMPIONS, CHAMPIONS));

  private RfmCells() {}

  /**
   * The cell's name.
   *
   * @param recency 1 (longest ago) to 5; 0 where nothing was bought
   * @param frequency 1 to 5
   * @param monetary 1 to 5
   */
  public static String cell(int recency, int frequency, int monetary) {
    return recency == 0 ? NONE : GRID.get(recency - 1).get((frequency + monetary + 1) / 2 - 1);
  }

  /** Customer id to cell name, cells in their order. */
  static Map<String, String> of(Duck duck, Tables tables) {
    PurchaseTables.create(duck, tables);
    create(duck);
    Map<String, String> cells = new LinkedHashMap<>();
    duck.each(
        "SELECT customer_id, coalesce(rfm, "
            + Duck.text(NONE)
            + ") AS cell FROM person LEFT JOIN rfm USING (customer_id) ORDER BY "
            + orderOf("cell")
            + ", customer_id",
        row -> cells.put(row.words(0), row.words(1)));
    return cells;
  }

  /** Makes the table {@code rfm} (customer_id, r, f, m, rfm) from {@code spending}. */
  static void create(Duck duck) {
    duck.run(
        "CREATE TABLE rfm AS SELECT *, list_extract(["
            + GRID.stream().flatMap(List::stream).map(Duck::text).collect(Collectors.joining(", "))
            + "], ((r - 1) * 5 + (f + m + 1) // 2)::BIGINT) AS rfm FROM (SELECT customer_id, "
            + score("last_day")
            + " AS r, "
            + score("orders")
            + " AS f, "
            + score("revenue")
            + " AS m FROM spending)");
  }

  /** Where a name stands in {@link #NAMES}, as an SQL expression over a column. */
  static String orderOf(String column) {
    return "list_position(["
        + NAMES.stream().map(Duck::text).collect(Collectors.joining(", "))
        + "], "
        + column
        + ")";
  }

  private static String score(String value) {
    return String.format(
        "(CASE WHEN min(%1$s) OVER () = max(%1$s) OVER () THEN 3 WHEN %1$s = min(%1$s) OVER ()"
            + " THEN 1 WHEN %1$s = max(%1$s) OVER () THEN 5 ELSE least(5, 1 + floor(5 * (rank()"
            + " OVER (ORDER BY %1$s) - 1 + count(*) OVER (PARTITION BY %1$s) / 2.0) / count(*)"
            + " OVER ())) END)::INTEGER",
        value);
  }
}
