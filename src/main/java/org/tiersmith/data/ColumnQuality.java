package org.tiersmith.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a column of an imported table holds.
 *
 * @param table {@link TableKind#key()}
 * @param rows rows of the table
 * @param missing rows without a value
 * @param distinct different values: exact up to 200,000 rows, above that estimated (HyperLogLog,
 *     within about 2 %)
 * @param min the least number or time, as text; null for texts
 * @param median the median number or time, of every n-th row in large tables; null for texts
 * @param max the greatest number or time, as text; null for texts
 * @param type what its values are; null in reports of earlier versions
 * @param examples some different values, as text
 */
public record ColumnQuality(
    String table,
    String column,
    long rows,
    long missing,
    long distinct,
    @Nullable String min,
    @Nullable String median,
    @Nullable String max,
    @Nullable ColumnType type,
    List<String> examples) {

  /** Reports of earlier versions tell neither type nor examples. */
  public ColumnQuality {
    examples = examples == null ? List.of() : List.copyOf(examples);
  }
}
