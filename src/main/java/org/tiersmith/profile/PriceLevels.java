package org.tiersmith.profile;

import org.jspecify.annotations.Nullable;
import org.tiersmith.profile.template.TextTemplate;

/** Whether prices are below or above what is usual in their category, in words. */
final class PriceLevels {
  private static final double FAR = Math.log(1.25);

  private final EventLog log;
  private final CategoryPrices prices;
  private final boolean chinese;

  PriceLevels(EventLog log, CategoryPrices prices, boolean chinese) {
    this.log = log;
    this.prices = prices;
    this.chinese = chinese;
  }

  /**
   * The level of the purchases among some events: the mean logarithm of list price over the median
   * price of the category as of a day; null where there is none to tell by.
   */
  @Nullable String of(int from, int to, int asOf) {
    double sum = 0;
    int n = 0;
    for (int e = from; e < to; e++) {
      boolean bought = log.kind(e) == EventLog.Kind.PURCHASE && log.product(e) >= 0;
      double usual = bought ? prices.usual(log.product(e), asOf) : Double.NaN;
      if (usual > 0 && log.listPrice(e) > 0) {
        sum += Math.log(log.listPrice(e) / usual);
        n++;
      }
    }
    return n == 0 ? null : level(sum / n, chinese);
  }

  /** The band of a price; empty where it or the usual one is unknown. */
  static String band(double price, double usual, TextTemplate template) {
    return price > 0 && usual > 0 ? level(Math.log(price / usual), template.chinese()) : "";
  }

  private static String level(double logRatio, boolean chinese) {
    if (logRatio < -FAR) {
      return chinese ? "低价位" : "low price";
    }
    if (logRatio > FAR) {
      return chinese ? "高价位" : "high price";
    }
    return chinese ? "中等价位" : "middle price";
  }
}
