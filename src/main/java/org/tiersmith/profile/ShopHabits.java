package org.tiersmith.profile;

import java.util.HashMap;
import java.util.Map;
import org.tiersmith.data.Duck;

/**
 * What all customers buy, to set one beside.
 *
 * @param categories share of the purchases by category
 * @param brands share of the purchases by brand, of the most bought ones
 * @param seasons share of the orders by season
 */
public record ShopHabits(
    Map<String, Double> categories, Map<String, Double> brands, Map<String, Double> seasons) {
  private static final int MOST = 2000;

  public ShopHabits {
    categories = Map.copyOf(categories);
    brands = Map.copyOf(brands);
    seasons = Map.copyOf(seasons);
  }

  /** From the tables {@code bought} and {@code ordered}. */
  static ShopHabits read(Duck duck) {
    return new ShopHabits(
        shares(duck, "category", "bought"),
        shares(duck, "brand", "bought"),
        shares(duck, SeasonPattern.name("season"), "ordered"));
  }

  private static Map<String, Double> shares(Duck duck, String what, String table) {
    Map<String, Double> shares = new HashMap<>();
    duck.each(
        String.format(
            "SELECT %1$s AS what, count(*) / sum(count(*)) OVER () AS share FROM %2$s WHERE %1$s IS"
                + " NOT NULL GROUP BY what ORDER BY share DESC, what LIMIT %3$d",
            what, table, MOST),
        row -> shares.put(row.words(0), row.number(1)));
    return shares;
  }
}
