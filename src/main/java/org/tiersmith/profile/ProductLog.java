package org.tiersmith.profile;

import java.util.Arrays;

/** Each product's purchases, ratings and prices, in order of time. */
final class ProductLog {
  private static final int LATEST_PRICES = 15;

  private final EventLog log;
  private final int[][] events;

  ProductLog(Catalogue catalogue, EventLog log) {
    this.log = log;
    int[] counts = new int[catalogue.products().size()];
    for (int e = 0; e < log.size(); e++) {
      if (log.product(e) >= 0) {
        counts[log.product(e)]++;
      }
    }
    events = new int[counts.length][];
    Arrays.setAll(events, p -> new int[counts[p]]);
    fill();
  }

  /** Purchases before a day. */
  int bought(int product, int asOf) {
    int bought = 0;
    for (int e : events[product]) {
      if (log.day(e) >= asOf) {
        break;
      }
      bought += log.kind(e) == EventLog.Kind.PURCHASE ? 1 : 0;
    }
    return bought;
  }

  /** Mean rating before a day, NaN where there is none. */
  double rating(int product, int asOf) {
    double sum = 0;
    int n = 0;
    for (int e : events[product]) {
      if (log.day(e) >= asOf) {
        break;
      }
      if (!Double.isNaN(log.rating(e))) {
        sum += log.rating(e);
        n++;
      }
    }
    return n == 0 ? Double.NaN : sum / n;
  }

  /** Median of the latest list prices before a day, NaN where there is none. */
  double listPrice(int product, int asOf) {
    double[] prices = new double[LATEST_PRICES];
    int n = 0;
    int[] all = events[product];
    for (int i = all.length - 1; i >= 0 && n < LATEST_PRICES; i--) {
      if (log.day(all[i]) < asOf && log.listPrice(all[i]) > 0) {
        prices[n++] = log.listPrice(all[i]);
      }
    }
    Arrays.sort(prices, 0, n);
    return n == 0 ? Double.NaN : (prices[(n - 1) / 2] + prices[n / 2]) / 2;
  }

  /** Whether the product was ever bought or shown. */
  boolean isKnown(int product) {
    return events[product].length > 0;
  }

  private void fill() {
    int[] counts = new int[events.length];
    for (int e = 0; e < log.size(); e++) {
      int product = log.product(e);
      if (product >= 0) {
        events[product][counts[product]++] = e;
      }
    }
    for (int p = 0; p < events.length; p++) {
      events[p] =
          Arrays.stream(events[p])
              .boxed()
              .sorted((a, b) -> Integer.compare(log.day(a), log.day(b)))
              .mapToInt(Integer::intValue)
              .toArray();
    }
  }
}
