package org.tiersmith.data;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;

/**
 * A file's first rows as an import would take them.
 *
 * @param columns names of the table's columns that hold anything
 * @param numeric for each column whether it holds numbers
 * @param rows in the file's order
 * @param outcomes what each rule did to these rows
 * @param problem why the file could not be taken at all, null where it can
 * @param source what was learnt of the files themselves
 */
public record ImportPreview(
    List<String> columns,
    List<Boolean> numeric,
    List<Row> rows,
    List<RuleOutcome> outcomes,
    @Nullable Text problem,
    PreviewSource source) {

  public ImportPreview {
    columns = List.copyOf(columns);
    numeric = List.copyOf(numeric);
    rows = List.copyOf(rows);
    outcomes = List.copyOf(outcomes);
  }

  /**
   * A row.
   *
   * @param line counted among the rows shown, from 1
   * @param cells as imported, or empty where the row is left out
   * @param rejected why it is left out, in English; null where it is imported
   */
  public record Row(long line, List<String> cells, @Nullable String rejected) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /** Nothing but the reason, and what was learnt before. */
  static ImportPreview refused(Text problem, PreviewSource source) {
    return new ImportPreview(List.of(), List.of(), List.of(), List.of(), problem, source);
  }

  /** Rows that are imported. */
  public long taken() {
    return rows.stream().filter(row -> row.rejected() == null).count();
  }
}
