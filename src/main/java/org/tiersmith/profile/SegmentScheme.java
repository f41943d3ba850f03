package org.tiersmith.profile;

import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;

/**
 * A way to divide the customers.
 *
 * @param id {@code rfm}, {@code cluster}, {@code topic}, {@code rules}, or {@code column:} and the
 *     column's name
 * @param column the customers' column it divides by, null for the others
 * @param title its name for a person
 */
public record SegmentScheme(String id, @Nullable String column, Text title) {
  /** Recency, frequency and monetary value. */
  public static final SegmentScheme RFM =
      new SegmentScheme(
          "rfm", null, Text.of("segment.scheme.rfm", "Recency, frequency, money (RFM)"));

  /** Groups found in behaviour and words. */
  public static final SegmentScheme CLUSTER =
      new SegmentScheme(
          ClusterSpace.SCHEME,
          null,
          Text.of("segment.scheme.cluster", "Groups found in behaviour and words"));

  /** What customers' words are mostly about. */
  public static final SegmentScheme TOPIC =
      new SegmentScheme("topic", null, Text.of("segment.scheme.topic", "Topics"));

  /** Segments that a person made. */
  public static final SegmentScheme RULES =
      new SegmentScheme(RuleTable.SCHEME, null, Text.of("segment.scheme.rules", "Own segments"));

  /** The scheme that divides by a categorical column. */
  public static SegmentScheme byColumn(String column) {
    return new SegmentScheme(
        "column:" + column, column, Text.of("segment.scheme.column", "By {0}", column));
  }
}
