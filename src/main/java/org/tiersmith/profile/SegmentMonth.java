package org.tiersmith.profile;

/**
 * A segment in one month.
 *
 * @param customers its size: see {@link SegmentHistory}
 * @param revenue what its customers paid in the month
 * @param meanDiscount what they were let off, as a share of the list prices; NaN where they bought
 *     nothing
 */
public record SegmentMonth(long customers, double revenue, double meanDiscount) {}
