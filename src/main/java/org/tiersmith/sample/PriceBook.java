package org.tiersmith.sample;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** List prices by day, and how dear a product is within its category. */
final class PriceBook {
  private static final double[] MONTHLY = {0.97, 1.0, 1.03, 1.0};
  private static final double MOST_RELATIVE = 1.2;

  private final Map<Department, Double> medianCents = new EnumMap<>(Department.class);

  PriceBook(List<ShopProduct> products) {
    for (Department department : Department.values()) {
      double[] cents =
          products.stream()
              .filter(product -> product.department() == department)
              .mapToDouble(ShopProduct::priceCents)
              .sorted()
              .toArray();
      if (cents.length > 0) {
        medianCents.put(department, median(cents));
      }
    }
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    double[] centre = Arrays.copyOfRange(sorted, (sorted.length - 1) / 2, middle + 1);
    return Arrays.stream(centre).average().orElseThrow();
  }

  /**
   * The list price on a day, in cents. It moves by 3 % around the usual price in a cycle of four
   * months that starts anew for each price point.
   */
  static long listCents(ShopProduct product, LocalDate day) {
    int phase = (int) (product.priceCents() / 100 % MONTHLY.length);
    double factor = MONTHLY[(day.getMonthValue() + phase) % MONTHLY.length];
    return Math.round(product.priceCents() * factor);
  }

  /** Log of the day's list price over the category's median price, held within -1.2 .. 1.2. */
  double relative(ShopProduct product, LocalDate day) {
    return relative(product, listCents(product, day));
  }

  /** Log of a list price over the category's median price, held within -1.2 .. 1.2. */
  double relative(ShopProduct product, long cents) {
    double median = medianCents.getOrDefault(product.department(), 1.0);
    double relative = StrictMath.log(cents / median);
    return Math.clamp(relative, -MOST_RELATIVE, MOST_RELATIVE);
  }
}
