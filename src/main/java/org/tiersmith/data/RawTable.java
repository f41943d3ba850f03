package org.tiersmith.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file as a table of texts.
 *
 * @param file where it came from
 * @param table its name in DuckDB
 * @param columns its columns beside {@link Staging#LINE}
 * @param rows its rows
 * @param semicolon whether semicolons divide its fields, as where numbers have decimal commas
 * @param trimmed cells that had spaces around them
 */
record RawTable(
    Path file, String table, List<String> columns, long rows, boolean semicolon, long trimmed) {

  String fileName() {
    return SourceFile.name(file);
  }

  /** The column that a name means, whatever its case, or null where there is none. */
  @Nullable String find(String name) {
    String tidy = Cells.tidy(name).toLowerCase(Locale.ROOT);
    return columns.stream()
        .filter(column -> column.toLowerCase(Locale.ROOT).equals(tidy))
        .findFirst()
        .orElse(null);
  }

  /** Its columns, for a person. */
  String list() {
    return String.join(", ", columns);
  }
}
