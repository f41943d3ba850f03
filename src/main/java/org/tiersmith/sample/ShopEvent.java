package org.tiersmith.sample;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One row of the events file, still without its id.
 *
 * @param order breaks ties between events of the same minute
 * @param product null for a search
 * @param purchased known for exposures and purchases only
 * @param rating 1 to 5, of reviews only
 */
record ShopEvent(
    LocalDateTime time,
    long order,
    Type type,
    ShopCustomer customer,
    @Nullable ShopProduct product,
    double discount,
    @Nullable Boolean purchased,
    String text,
    @Nullable Integer rating) {

  enum Type {
    VIEW,
    SEARCH,
    CART,
    PURCHASE,
    REVIEW,
    EXPOSURE
  }
}
