package org.tiersmith.profile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How a category's share of all purchases moves. Days of purchases are kept sorted, a number each,
 * so that any window is counted by two searches, however long the history and many the categories.
 */
final class CategoryDemand {
  private static final int RECENT = 28;
  private static final int BEFORE = 84;

  /** Purchases added to both sides of a ratio, so that few of them say little. */
  private static final double LITTLE = 5;

  /** By product. */
  private final int[] categoryOf;

  /** By category, sorted. */
  private final int[][] days;

  private final int[] allDays;

  CategoryDemand(Catalogue catalogue, EventLog log) {
    categoryOf = categories(catalogue.products());
    int[] counts = new int[Arrays.stream(categoryOf).max().orElse(-1) + 1];
    eachPurchase(log, (category, _) -> counts[category]++);
    days = new int[counts.length][];
    Arrays.setAll(days, category -> new int[counts[category]]);
    allDays = new int[Arrays.stream(counts).sum()];
    int[] filled = new int[counts.length + 1];
    eachPurchase(
        log,
        (category, day) -> {
          days[category][filled[category]++] = day;
          allDays[filled[counts.length]++] = day;
        });
    Arrays.stream(days).forEach(Arrays::sort);
    Arrays.sort(allDays);
  }

  /** A number for each category; of brands or products in a shop that has no categories. */
  private static int[] categories(List<Catalogue.Product> products) {
    Function<Catalogue.Product, String> name =
        Stream.<Function<Catalogue.Product, String>>of(
                Catalogue.Product::category, Catalogue.Product::brand)
            .filter(each -> products.stream().anyMatch(p -> !each.apply(p).isBlank()))
            .findFirst()
            .orElse(Catalogue.Product::id);
    Map<String, Integer> numbers = new HashMap<>();
    return products.stream()
        .mapToInt(product -> numbers.computeIfAbsent(name.apply(product), _ -> numbers.size()))
        .toArray();
  }

  private interface PurchaseReader {
    void read(int category, int day);
  }

  private void eachPurchase(EventLog log, PurchaseReader reader) {
    for (int e = 0; e < log.size(); e++) {
      if (log.kind(e) == EventLog.Kind.PURCHASE && log.product(e) >= 0) {
        reader.read(categoryOf[log.product(e)], log.day(e));
      }
    }
  }

  /**
   * Logarithm of the category's share in the four weeks before a day over that in the twelve weeks
   * before them; NaN where nothing was bought in either.
   */
  double trend(int product, int day) {
    int turn = day - RECENT;
    double all = count(allDays, turn, day);
    double allBefore = count(allDays, turn - BEFORE, turn);
    if (all == 0 || allBefore == 0) {
      return Double.NaN;
    }
    int[] own = days[categoryOf[product]];
    double expected = count(own, turn - BEFORE, turn) * all / allBefore;
    return Math.log((count(own, turn, day) + LITTLE) / (expected + LITTLE));
  }

  private static int count(int[] days, int from, int to) {
    return before(days, to) - before(days, from);
  }

  /** How many of the days are before one. */
  private static int before(int[] days, int day) {
    int low = 0;
    int high = days.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (days[middle] < day) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
