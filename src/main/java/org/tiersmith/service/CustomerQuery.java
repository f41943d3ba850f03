package org.tiersmith.service;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.ColumnFilter;
import org.tiersmith.data.TableQuery;
import org.tiersmith.model.Problem;
import org.tiersmith.profile.CustomerList;
import org.tiersmith.profile.SegmentScheme;

/**
 * Which customers of a scheme's segments, and in which order.
 *
 * @param segment all whom it means, also those who are in an earlier one; null for all customers
 * @param search part of an id, in capitals or not; empty for all
 */
public record CustomerQuery(
    SegmentScheme scheme, @Nullable String segment, String search, Sort sort, boolean ascending) {

  /** What customers can be sorted by. */
  public enum Sort {
    ID(CustomerList.ID),
    SEGMENT(CustomerList.PLACE),
    REVENUE(CustomerList.REVENUE);

    private final String column;

    Sort(String column) {
      this.column = column;
    }
  }

  public CustomerQuery {
    search = search.strip();
  }

  /** The same customers in another order. */
  public CustomerQuery sorted(Sort by, boolean rising) {
    return new CustomerQuery(scheme, segment, search, by, rising);
  }

  /**
   * The rows of a {@link CustomerList} that it means.
   *
   * @param segments the scheme's segments in their order
   */
  TableQuery rows(List<String> segments) {
    List<ColumnFilter> filters = new ArrayList<>();
    filters.add(
        segment == null
            ? equal(CustomerList.FIRST, "true")
            : equal(CustomerList.PLACE, Integer.toString(place(segments, segment))));
    if (!search.isEmpty()) {
      filters.add(new ColumnFilter(CustomerList.ID, ColumnFilter.Kind.CONTAINS, search, null));
    }
    // The table's own order is that of the ids.
    boolean own = sort == Sort.ID && ascending;
    return new TableQuery(filters, "", own ? null : sort.column, ascending);
  }

  private static int place(List<String> segments, String segment) {
    int place = segments.indexOf(segment);
    if (place < 0) {
      throw Problem.of("segment.unknown", "There is no segment \"{0}\".", segment);
    }
    return place;
  }

  private static ColumnFilter equal(String column, String value) {
    return new ColumnFilter(column, ColumnFilter.Kind.EQUALS, value, null);
  }
}
