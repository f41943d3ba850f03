package org.tiersmith.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tiersmith.model.Text;

/** Finds the columns that a mapping names but that hold next to nothing. */
final class EmptyColumns {
  private static final double NEARLY = 0.9;
  private static final int NAMED = 10;

  /** Findings of their own tell how many rows miss these. */
  private static final Set<String> TOLD = Set.of("event_id", "title", "cost");

  private EmptyColumns() {}

  static Optional<Finding> among(List<ColumnQuality> columns, RoleMapping mapping) {
    List<String> empty = new ArrayList<>();
    for (ColumnQuality column : columns) {
      if (column.rows() > 0
          && column.missing() >= NEARLY * column.rows()
          && isNamed(column, mapping)) {
        empty.add(column.column() + " (" + 100 * column.missing() / column.rows() + " %)");
      }
    }
    if (empty.isEmpty()) {
      return Optional.empty();
    }
    String names = String.join(", ", empty.subList(0, Math.min(NAMED, empty.size())));
    return Optional.of(
        new Finding(
            Finding.Level.NOTE,
            empty.size(),
            Text.of(
                "quality.empty-columns",
                "{0} {0,choice,1#column is|1<columns are} empty or nearly so: {1}.",
                empty.size(),
                empty.size() > NAMED ? names + ", …" : names)));
  }

  private static boolean isNamed(ColumnQuality column, RoleMapping mapping) {
    FileMapping file = mapping.of(TableKind.valueOf(column.table().toUpperCase(Locale.ROOT)));
    Map<String, String> named = file == null ? Map.of() : file.columns();
    return named.containsKey(column.column()) && !TOLD.contains(column.column());
  }
}
