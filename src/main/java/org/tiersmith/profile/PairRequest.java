package org.tiersmith.profile;

import java.nio.file.Path;

/** Which pairs to score. */
public sealed interface PairRequest {

  /** Every customer with an event, times every product on offer. */
  record All() implements PairRequest {}

  /**
   * The pairs that a file lists.
   *
   * @param file CSV with the columns {@code customer_id} and {@code product_id}
   */
  record Listed(Path file) implements PairRequest {}

  /**
   * Of each customer with an event, the products on offer that it is likeliest to buy; for a
   * two-tower model.
   *
   * @param perCustomer how many, at least 1; all where there are fewer
   */
  record Top(int perCustomer) implements PairRequest {}

  /**
   * Pairs drawn evenly from those of {@link All}, without repetition.
   *
   * @param pairs how many, at least 1; all where there are fewer
   */
  record Sampled(int pairs, long seed) implements PairRequest {}
}
