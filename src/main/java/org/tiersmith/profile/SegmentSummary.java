package org.tiersmith.profile;

import java.util.List;

/**
 * A segment at a glance.
 *
 * @param name the segment
 * @param customers its size
 * @param revenue what its customers paid, in the shop's currency
 * @param orders purchases of its customers: distinct customer and day
 * @param keywords what it buys more than others do, by TF-IDF over titles
 */
public record SegmentSummary(
    String name, long customers, double revenue, long orders, List<String> keywords) {}
