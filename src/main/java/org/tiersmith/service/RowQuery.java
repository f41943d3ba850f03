package org.tiersmith.service;

import org.jspecify.annotations.Nullable;
import org.tiersmith.strategy.BoundBy;

/**
 * Which rows of a plan to show.
 *
 * @param filter which rows
 * @param sort what to sort by
 * @param ascending lowest first
 * @param offset first row, from 0
 * @param limit how many rows
 */
public record RowQuery(Filter filter, Sort sort, boolean ascending, long offset, int limit) {

  /**
   * Which rows; all conditions hold at once.
   *
   * @param segment index of a segment, or -1 for all
   * @param text part of a customer's or product's id or of a product's title, in any case; empty
   *     for all
   * @param boundBy only rows whose tier this guardrail settled; null for all
   * @param discounted only rows with a discount
   */
  public record Filter(int segment, String text, @Nullable BoundBy boundBy, boolean discounted) {
    /** Every row. */
    public static final Filter ALL = new Filter(-1, "", null, false);
  }

  /** What rows can be sorted by. */
  public enum Sort {
    PROBABILITY,
    LIST_PRICE,
    DISCOUNT,
    PRICE,
    INCREMENTAL_PROFIT
  }
}
