package org.tiersmith.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a newer import changed.
 *
 * @param update whether rows that only the old data has were kept, not replaced with all the rest
 */
public record ChangeReport(boolean update, List<TableChange> tables) {
  public ChangeReport {
    tables = List.copyOf(tables);
  }

  /**
   * What changed in a table.
   *
   * @param table {@link TableKind#key()}
   * @param added rows that only the new import has
   * @param changed rows that both have, with other values
   * @param unchanged rows that both have, with the same values
   * @param oldOnly rows that only the old data has: kept by an update, gone in a replacement
   * @param columns what changed how often, in the order of the columns
   */
  public record TableChange(
      String table,
      long added,
      long changed,
      long unchanged,
      long oldOnly,
      List<ColumnChange> columns) {
    public TableChange {
      columns = List.copyOf(columns);
    }
  }

  /** How many rows have another value in a column, with examples. */
  public record ColumnChange(String column, long rows, List<Example> examples) {
    public ColumnChange {
      examples = List.copyOf(examples);
    }
  }

  /** One changed value: of which row, from what, to what. */
  public record Example(String id, @Nullable String before, @Nullable String after) {}
}
