package org.tiersmith.profile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Median price of each category as of the start of each month. */
final class CategoryPrices {
  private final Catalogue catalogue;
  private final ProductLog log;
  private final Map<Integer, Map<String, Double>> byMonth = new HashMap<>();

  CategoryPrices(Catalogue catalogue, ProductLog log) {
    this.catalogue = catalogue;
    this.log = log;
  }

  /**
   * The median price in a product's category before the month of a day; NaN where none is known.
   */
  double usual(int product, int day) {
    int month = (int) LocalDate.ofEpochDay(day).withDayOfMonth(1).toEpochDay();
    return byMonth
        .computeIfAbsent(month, this::medians)
        .getOrDefault(catalogue.products().get(product).category(), Double.NaN);
  }

  private Map<String, Double> medians(int asOf) {
    Map<String, List<Double>> prices = new HashMap<>();
    for (int p = 0; p < catalogue.products().size(); p++) {
      Catalogue.Product product = catalogue.products().get(p);
      double price = product.price() > 0 ? product.price() : log.listPrice(p, asOf);
      if (price > 0) {
        prices.computeIfAbsent(product.category(), c -> new ArrayList<>()).add(price);
      }
    }
    Map<String, Double> medians = new HashMap<>();
    prices.forEach(
        (category, all) -> {
          double[] sorted = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
          medians.put(category, sorted[sorted.length / 2]);
        });
    return medians;
  }
}
