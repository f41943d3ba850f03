package org.tiersmith.ui.kit;

import java.util.ArrayList;
import java.util.List;

/** The values behind a picture in rows and columns, each a text or a number, to be saved. */
public final class ValueTable {
  private final List<String> columns;
  private final List<List<Object>> rows = new ArrayList<>();

  /** An empty table with these headings. */
  public ValueTable(String... columns) {
    this(List.of(columns));
  }

  /** An empty table with these headings. */
  public ValueTable(List<String> columns) {
    this.columns = List.copyOf(columns);
  }

  /**
   * Adds a row.
   *
   * @param cells texts and numbers, as many as there are columns
   */
  public ValueTable row(Object... cells) {
    return row(List.of(cells));
  }

  /** Adds a row; the same. */
  public ValueTable row(List<?> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(cells.size() + " cells for " + columns.size());
    }
    rows.add(List.copyOf(cells));
    return this;
  }

  public List<String> columns() {
    return columns;
  }

  public List<List<Object>> rows() {
    return rows;
  }
}
