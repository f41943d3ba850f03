package org.tiersmith.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a table are looked at, and in which order.
 *
 * @param filters all must be met
 * @param search a text that must stand in some column, in capitals or not; empty for none
 * @param sortColumn null for the table's own order
 * @param ascending missing values come last either way
 */
public record TableQuery(
    List<ColumnFilter> filters, String search, @Nullable String sortColumn, boolean ascending) {
  /** All rows in their own order. */
  public static final TableQuery ALL = new TableQuery(List.of(), "", null, true);

  public TableQuery {
    filters = List.copyOf(filters);
    search = search.strip();
    ascending = ascending || sortColumn == null;
  }

  /** The same rows in another order. */
  public TableQuery sorted(@Nullable String column, boolean rising) {
    return new TableQuery(filters, search, column, rising);
  }

  /** Other rows in the same order. */
  public TableQuery filtered(List<ColumnFilter> others, String text) {
    return new TableQuery(others, text, sortColumn, ascending);
  }

  /** Whether some rows may be left out. */
  public boolean isFiltered() {
    return !filters.isEmpty() || !search.isEmpty();
  }
}
