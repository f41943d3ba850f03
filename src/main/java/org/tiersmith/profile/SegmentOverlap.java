package org.tiersmith.profile;

import java.util.BitSet;
import java.util.List;

/**
 * How many customers segments share, of one way to divide them or of two.
 *
 * @param rows one way's segments
 * @param columns the other way's
 * @param rowSizes customers of each row's segment
 * @param columnSizes customers of each column's
 * @param shared row by row, the customers in both
 */
public record SegmentOverlap(
    List<String> rows,
    List<String> columns,
    List<Long> rowSizes,
    List<Long> columnSizes,
    List<List<Long>> shared) {

  /** Compares two ways over the same customers. */
  public static SegmentOverlap of(Membership one, Membership other) {
    return new SegmentOverlap(
        one.names(),
        other.names(),
        sizes(one),
        sizes(other),
        one.members().stream()
            .map(row -> other.members().stream().map(column -> both(row, column)).toList())
            .toList());
  }

  /** The share of a row's customers that are a column's too; NaN where the row has none. */
  public double share(int row, int column) {
    return (double) shared.get(row).get(column) / rowSizes.get(row);
  }

  /** Customers in both as a share of those in either, 0 to 1; NaN where both are empty. */
  public double jaccard(int row, int column) {
    long both = shared.get(row).get(column);
    return (double) both / (rowSizes.get(row) + columnSizes.get(column) - both);
  }

  private static List<Long> sizes(Membership membership) {
    return membership.members().stream().map(m -> (long) m.cardinality()).toList();
  }

  private static long both(BitSet one, BitSet other) {
    BitSet shared = (BitSet) one.clone();
    shared.and(other);
    return shared.cardinality();
  }
}
