package org.tiersmith.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of one file mean.
 *
 * @param file the file
 * @param columns role to column name, or to {@code = expression} (a DuckDB scalar expression over
 *     the file's columns); a role without fixed meaning names an attribute
 * @param constants role to the one value that every row has
 * @param where a DuckDB condition that rows must meet to be read, or null for all rows
 * @param drop columns not to keep as attributes
 */
public record FileMapping(
    Path file,
    Map<String, String> columns,
    Map<String, String> constants,
    @Nullable String where,
    List<String> drop) {

  public FileMapping {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
    drop = List.copyOf(drop);
  }

  /** A mapping of columns alone. */
  public static FileMapping of(Path file, Map<String, String> columns) {
    return new FileMapping(file, columns, Map.of(), null, List.of());
  }

  /** The same mapping for another file. */
  public FileMapping withFile(Path other) {
    return new FileMapping(other, columns, constants, where, drop);
  }

  /** The mapping with one role bound to a column (or {@code = expression}), or freed by null. */
  public FileMapping withRole(String role, @Nullable String column) {
    Map<String, String> changed = new LinkedHashMap<>(columns);
    if (column == null) {
      changed.remove(role);
    } else {
      changed.put(role, column);
    }
    return new FileMapping(file, changed, constants, where, drop);
  }

  /** The mapping with one more column dropped, or kept after all. */
  public FileMapping withDropped(String column, boolean dropped) {
    List<String> changed = new ArrayList<>(drop);
    changed.remove(column);
    if (dropped) {
      changed.add(column);
    }
    return new FileMapping(file, columns, constants, where, changed);
  }
}
