package org.tiersmith.profile;

import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;

/**
 * A way to divide the customers.
 *
 * @param id {@code rfm}, or {@code column:} and the column's name
 * @param column the customers' column it divides by, null for RFM cells
 * @param title its name for a person
 */
public record SegmentScheme(String id, @Nullable String column, Text title) {
  /** Recency, frequency and monetary value. */
  public static final SegmentScheme RFM =
      new SegmentScheme(
          "rfm", null, Text.of("segment.scheme.rfm", "Recency, frequency, money (RFM)"));

  /** The scheme that divides by a categorical column. */
  public static SegmentScheme byColumn(String column) {
    return new SegmentScheme(
        "column:" + column, column, Text.of("segment.scheme.column", "By {0}", column));
  }
}
