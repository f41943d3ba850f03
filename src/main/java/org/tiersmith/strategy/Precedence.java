package org.tiersmith.strategy;

/** Which cap holds where several apply to a pair. */
public enum Precedence {
  /** All of them: the lowest counts. */
  STRICTEST,
  /**
   * The most specific one alone, so that it can also allow more than the others: a customer's cap
   * before a product's, that before a category's, a segment's, and the one for all.
   */
  MOST_SPECIFIC
}
