package org.tiersmith.profile;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tiersmith.profile.PairNumbers.History;

/** What a customer did with each product. */
final class Histories {
  private Histories() {}

  /** By product, before a day; products that the customer never met are absent. */
  static Map<Integer, History> of(FeatureSpace space, int customer, int day) {
    Map<Integer, History> all = new LinkedHashMap<>();
    int end = space.log().before(customer, day);
    for (int e = space.log().from(customer); e < end; e++) {
      int product = space.log().product(e);
      if (product >= 0) {
        History so = all.getOrDefault(product, History.NONE);
        switch (space.log().kind(e)) {
          case PURCHASE ->
              all.put(product, new History(so.bought() + 1, so.seen(), day - space.log().day(e)));
          case VIEW, CART ->
              all.put(product, new History(so.bought(), so.seen() + 1, so.daysSinceBought()));
          default -> {}
        }
      }
    }
    return all;
  }
}
