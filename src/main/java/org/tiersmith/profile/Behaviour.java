package org.tiersmith.profile;

import java.util.List;
import java.util.stream.Stream;

/**
 * What of a customer's behaviour clusters are found by, and how a cluster is called that has it.
 */
enum Behaviour {
  RECENCY("ln(1 + recency_days)", "lapsed", "recent"),
  ORDERS("ln(1 + orders)", "frequent", "rare"),
  REVENUE("ln(1 + greatest(revenue, 0))", "big spenders", "small spenders"),
  BASKET("ln(1 + greatest(basket, 0))", "large baskets", "small baskets"),
  DISCOUNT("discount_affinity", "buy at discount", "pay full price"),
  PRICE("price_level", "premium products", "low-priced products");

  /** A cluster that nothing sets apart. */
  static final String AVERAGE = "average";

  private final String sql;
  private final String high;
  private final String low;

  Behaviour(String sql, String high, String low) {
    this.sql = sql;
    this.high = high;
    this.low = low;
  }

  /** The feature, as an expression over the columns of portraits. */
  String sql() {
    return sql;
  }

  /** What customers are called that lie above or below the mean. */
  String called(boolean above) {
    return above ? high : low;
  }

  /** All that customers may be called. */
  static List<String> names() {
    return Stream.concat(
            Stream.of(values()).flatMap(each -> Stream.of(each.high, each.low)), Stream.of(AVERAGE))
        .toList();
  }
}
