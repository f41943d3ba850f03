package org.tiersmith.profile;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.Tables;

/**
 * One customer, for a person to look at.
 *
 * @param customerId the customer
 * @param attributes attribute to value, missing ones left out, in the table's order
 * @param orders days with a purchase
 * @param revenue what the customer paid
 * @param firstSeen first event, null where there is none
 * @param lastSeen last event, null where there is none
 * @param text what the model reads of the customer now
 * @param history latest events first
 */
@SuppressWarnings("DoNotCallSuggester")
public record CustomerPortrait(
    String customerId,
    Map<String, String> attributes,
    long orders,
    double revenue,
    @Nullable LocalDateTime firstSeen,
    @Nullable LocalDateTime lastSeen,
    String text,
    List<Happening> history) {

  /**
   * One event.
   *
   * @param what the product's title, or what was searched or written
   * @param price list price, NaN where unknown
   * @param discount rate in [0, 1), NaN where unknown
   */
  public record Happening(
      LocalDateTime when, String type, String what, double price, double discount) {}

  /** Looks a customer up; throws a Problem where there is no such customer. */
  public static CustomerPortrait of(Tables tables, String customerId) {
    throw new UnsupportedOperationException();
  }
}
