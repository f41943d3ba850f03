package org.tiersmith.ui.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tiersmith.data.ColumnFilter;
import org.tiersmith.data.TableQuery;

/** What a person has written to leave rows of a table out: a text a column, and one for all. */
final class TableFilter {
  private final Map<String, String> written = new LinkedHashMap<>();
  private final ReadOnlyObjectWrapper<TableQuery> query =
      new ReadOnlyObjectWrapper<>(this, "query", TableQuery.ALL);
  private String search = "";
  private BinaryOperator<String> meaning = (column, text) -> text;

  /**
   * @param meaning what a person means by a text for a column, in the words of the table: cells may
   *     be shown in the window's language
   */
  void understand(BinaryOperator<String> meaning) {
    this.meaning = meaning;
  }

  /** The rows that are left, in the table's own order. */
  ReadOnlyObjectProperty<TableQuery> queryProperty() {
    return query.getReadOnlyProperty();
  }

  /** What was written for a column; empty for nothing. */
  String written(String column) {
    return written.getOrDefault(column, "");
  }

  /** Asks something of a column, as {@link ColumnFilter#parse} reads it. */
  void write(String column, String text) {
    if (text.isBlank()) {
      written.remove(column);
    } else {
      written.put(column, text);
    }
    apply();
  }

  /** Looks for a text in all columns. */
  void search(String text) {
    search = text;
    apply();
  }

  /** Leaves nothing out. */
  void clear() {
    written.clear();
    search = "";
    apply();
  }

  private void apply() {
    List<ColumnFilter> filters = new ArrayList<>();
    written.forEach(
        (column, text) -> {
          ColumnFilter filter = ColumnFilter.parse(column, meaning.apply(column, text));
          if (filter != null) {
            filters.add(filter);
          }
        });
    query.set(TableQuery.ALL.filtered(filters, search));
  }
}
