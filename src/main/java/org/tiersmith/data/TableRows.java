package org.tiersmith.data;

import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/**
 * Some rows of a table as text, for people to look at.
 *
 * @param columns names
 * @param numeric for each column whether it holds numbers
 * @param cells a list a row with one text a column; empty where the value is missing
 * @param total rows of the whole table
 */
public record TableRows(
    List<String> columns, List<Boolean> numeric, List<List<String>> cells, long total) {

  public TableRows {
    columns = List.copyOf(columns);
    numeric = List.copyOf(numeric);
    cells = List.copyOf(cells);
  }

  /** Some rows of a table of so many. */
  static TableRows of(Table page, long total) {
    List<Boolean> numeric =
        page.columns().stream().map(column -> column instanceof NumericColumn<?>).toList();
    List<List<String>> cells = new ArrayList<>();
    for (int row = 0; row < page.rowCount(); row++) {
      cells.add(row(page, row));
    }
    return new TableRows(page.columnNames(), numeric, cells, total);
  }

  private static List<String> row(Table page, int row) {
    return page.columns().stream()
        .map(column -> column.isMissing(row) ? "" : column.getString(row))
        .toList();
  }
}
