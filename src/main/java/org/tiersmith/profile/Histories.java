package org.tiersmith.profile;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tiersmith.profile.FeatureSpace.PairHistory;

/** What a customer did with each product. */
final class Histories {
  private Histories() {}

  /** By product, before a day; products that the customer never met are absent. */
  static Map<Integer, PairHistory> of(FeatureSpace space, int customer, int day) {
    Map<Integer, PairHistory> all = new LinkedHashMap<>();
    int end = space.log().before(customer, day);
    for (int e = space.log().from(customer); e < end; e++) {
      int product = space.log().product(e);
      if (product >= 0) {
        PairHistory so = all.getOrDefault(product, PairHistory.NONE);
        switch (space.log().kind(e)) {
          case PURCHASE ->
              all.put(
                  product, new PairHistory(so.bought() + 1, so.seen(), day - space.log().day(e)));
          case VIEW, CART ->
              all.put(product, new PairHistory(so.bought(), so.seen() + 1, so.daysSinceBought()));
          default -> {}
        }
      }
    }
    return all;
  }
}
