package org.tiersmith.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Tables;

/**
 * Recency, frequency and monetary value: each customer is scored 1 to 5 on each by quintile among
 * the customers who bought, and the scores name a cell (after Hughes, Strategic Database
 * Marketing).
 */
final class RfmCells {
  /** In the order in which to show them. */
  static final List<String> NAMES =
      List.of(
          "Champions",
          "Loyal",
          "Promising",
          "New",
          "Needs attention",
          "At risk",
          "Hibernating",
          "No purchase yet");

  private RfmCells() {}

  /** Customer id to cell name, cells in their order. */
  static Map<String, String> of(Duck duck, Tables tables) {
    Map<String, String> cells = new LinkedHashMap<>();
    duck.each(
        "SELECT customer_id, r, f, m FROM (SELECT customer_id FROM "
            + Duck.parquet(tables.customers())
            + ") LEFT JOIN (SELECT customer_id, ntile(5) OVER (ORDER BY last, customer_id) AS r,"
            + " ntile(5) OVER (ORDER BY orders, spent, customer_id) AS f, ntile(5) OVER (ORDER BY"
            + " spent, customer_id) AS m FROM (SELECT customer_id, max(\"timestamp\") AS last,"
            + " count(DISTINCT \"timestamp\"::DATE) AS orders, sum(coalesce(quantity, 1) *"
            + " coalesce(list_price, 0) * (1 - coalesce(discount_rate, 0))) AS spent FROM "
            + Duck.parquet(tables.events())
            + " WHERE type = 'purchase' OR purchased GROUP BY 1)) USING (customer_id)"
            + " ORDER BY customer_id",
        row ->
            cells.put(
                row.words(0), cell((int) row.whole(1), (int) row.whole(2), (int) row.whole(3))));
    Map<String, String> ordered = new LinkedHashMap<>();
    for (String name : NAMES) {
      cells.forEach(
          (customer, cell) -> {
            if (cell.equals(name)) {
              ordered.put(customer, cell);
            }
          });
    }
    return ordered;
  }

  /** The cell of scores 1 (least) to 5; 0 for a customer who never bought. */
  static String cell(int recency, int frequency, int monetary) {
    if (recency == 0) {
      return "No purchase yet";
    }
    double value = (frequency + monetary) / 2.0;
    if (recency >= 4) {
      return value >= 4 ? "Champions" : frequency >= 3 ? "Loyal" : value >= 2 ? "Promising" : "New";
    }
    if (recency == 3) {
      return value >= 3.5 ? "Loyal" : "Needs attention";
    }
    return value >= 3 ? "At risk" : "Hibernating";
  }
}
