package org.tiersmith.service;

/**
 * Which rows of a plan to show.
 *
 * @param segment index of a segment, or -1 for all
 * @param sort what to sort by
 * @param ascending lowest first
 * @param offset first row, from 0
 * @param limit how many rows
 */
public record RowQuery(int segment, Sort sort, boolean ascending, long offset, int limit) {

  /** What rows can be sorted by. */
  public enum Sort {
    PROBABILITY,
    LIST_PRICE,
    DISCOUNT,
    INCREMENTAL_PROFIT
  }
}
