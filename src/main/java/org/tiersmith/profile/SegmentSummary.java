package org.tiersmith.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A segment at a glance.
 *
 * @param name the segment
 * @param customers its size
 * @param share of all customers, 0 to 1
 * @param revenue what its customers paid, in the shop's currency
 * @param margin revenue less cost; null where no cost is known, or portraits are not made yet
 * @param orders purchases of its customers: distinct customer and day
 * @param probability mean purchase probability of its scored pairs at list price; null where none
 *     is scored
 * @param discountAffinity mean over its customers, 0 to 1; null where not known
 * @param churnRisk mean over its customers, 0 to 1; null where not known
 * @param keywords what it buys more than others do, by TF-IDF over titles
 */
public record SegmentSummary(
    String name,
    long customers,
    double share,
    double revenue,
    @Nullable Double margin,
    long orders,
    @Nullable Double probability,
    @Nullable Double discountAffinity,
    @Nullable Double churnRisk,
    List<String> keywords) {

  public SegmentSummary {
    keywords = List.copyOf(keywords);
  }
}
